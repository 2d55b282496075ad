//! Which component answers for which path.

use std::sync::Arc;

use crate::config::RouteConfig;

/// One link from this provider to a component.
#[derive(Debug, Clone)]
pub struct Route {
    /// The component's id in the lattice.
    pub component: String,
    /// The link's name.
    pub link: String,
    /// The link's settings, or nothing when they cannot be used: then requests
    /// for the component are refused.
    pub config: Result<RouteConfig, Unusable>,
}

/// A link whose settings cannot be used. It keeps the paths it asked for, so
/// that no other component answers in its place.
#[derive(Debug, Clone)]
pub struct Unusable {
    /// The paths, as they were given, without the slash at their end.
    pub paths: Vec<String>,
}

impl Unusable {
    /// The paths of a link that was given this as its `path`.
    pub fn new(path: Option<&str>) -> Self {
        let given = path.unwrap_or("/").split(',').map(str::trim);
        let given = given.filter(|path| path.starts_with('/'));
        let mut paths: Vec<String> = given
            .map(|path| path.trim_end_matches('/').to_owned())
            .collect();
        if paths.is_empty() {
            paths.push(String::new());
        }
        Self { paths }
    }
}

impl Route {
    fn paths(&self) -> &[String] {
        match &self.config {
            Ok(config) => &config.paths,
            Err(unusable) => &unusable.paths,
        }
    }

    fn is(&self, component: &str, link: &str) -> bool {
        self.component == component && self.link == link
    }
}

/// A link that asks for a path which another has. It does not serve at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The path.
    pub path: String,
    /// Component and link that have it.
    pub holder: (String, String),
    /// Component and link that are refused.
    pub refused: (String, String),
}

impl std::fmt::Display for Conflict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            path,
            holder: (holder, holders_link),
            refused: (refused, link),
        } = self;
        write!(
            f,
            "path: {path} is asked for by the link {link} to {refused} and belongs to \
             the link {holders_link} to {holder}"
        )
    }
}

/// All routes, the longest path first.
#[derive(Debug, Clone, Default)]
pub struct Routes {
    /// In the order in which they came.
    links: Vec<Arc<Route>>,
    table: Vec<(String, Arc<Route>)>,
    conflicts: Vec<Conflict>,
}

impl Routes {
    /// These routes and one more; a link that was there before is replaced in its
    /// place.
    #[must_use]
    pub fn with(&self, route: Route) -> Self {
        let mut links = self.links.clone();
        let known = links
            .iter_mut()
            .find(|link| link.is(&route.component, &route.link));
        match known {
            Some(known) => *known = Arc::new(route),
            None => links.push(Arc::new(route)),
        }
        Self::of(links)
    }

    /// These routes without a link. One that was refused because of it serves.
    #[must_use]
    pub fn without(&self, component: &str, link: &str) -> Self {
        let others = self.links.iter().filter(|route| !route.is(component, link));
        Self::of(others.cloned().collect())
    }

    /// Gives each path to the first link that asks for it.
    fn of(links: Vec<Arc<Route>>) -> Self {
        let mut table: Vec<(String, Arc<Route>)> = Vec::new();
        let mut conflicts = Vec::new();
        for route in &links {
            let taken = table.iter().find(|(path, _)| route.paths().contains(path));
            if let Some((path, holder)) = taken {
                let names = |route: &Route| (route.component.clone(), route.link.clone());
                conflicts.push(Conflict {
                    path: if path.is_empty() {
                        "/".to_owned()
                    } else {
                        path.clone()
                    },
                    holder: names(holder),
                    refused: names(route),
                });
                continue;
            }
            let paths = route.paths().iter().cloned();
            table.extend(paths.map(|path| (path, Arc::clone(route))));
        }
        table.sort_by_key(|(path, _)| std::cmp::Reverse(path.len()));
        Self {
            links,
            table,
            conflicts,
        }
    }

    /// The route for a path: `/a` is a prefix of `/a` and `/a/b`, and not of `/ab`.
    pub fn find(&self, path: &str) -> Option<&Arc<Route>> {
        let takes = |prefix: &str| {
            let rest = path.strip_prefix(prefix);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let found = self.table.iter().find(|(prefix, _)| takes(prefix));
        found.map(|(_, route)| route)
    }

    /// Whether there is no link.
    pub fn is_empty(&self) -> bool {
        self.links.is_empty()
    }

    /// Why a link does not serve, if another has its path.
    pub fn conflict(&self, component: &str, link: &str) -> Option<&Conflict> {
        let mut conflicts = self.conflicts.iter();
        conflicts.find(|it| it.refused.0 == component && it.refused.1 == link)
    }

    /// A sentence for each link that does not serve.
    pub fn faults(&self) -> Vec<String> {
        let unusable = self.links.iter().filter(|route| route.config.is_err());
        let unusable = unusable.map(|route| {
            let (link, component) = (&route.link, &route.component);
            format!("the settings of the link {link} to {component} cannot be used")
        });
        let conflicts = self.conflicts.iter().map(Conflict::to_string);
        unusable.chain(conflicts).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    fn route(component: &str, path: &str) -> Route {
        let values = HashMap::from([("path".to_owned(), path.to_owned())]);
        Route {
            component: component.to_owned(),
            link: "default".to_owned(),
            config: Ok(RouteConfig::read(&values).expect("a path")),
        }
    }

    #[test]
    fn the_longest_prefix_wins_at_segment_borders() {
        let routes = Routes::default()
            .with(route("all", "/"))
            .with(route("api", "/api, /fhir"))
            .with(route("portal", "/api/portal/"));
        for (path, component) in [
            ("/", "all"),
            ("/apis", "all"),
            ("/api", "api"),
            ("/api/v1/bmi", "api"),
            ("/fhir", "api"),
            ("/fhir/metadata", "api"),
            ("/api/portal", "portal"),
            ("/api/portal/x", "portal"),
            ("/api/portals", "api"),
        ] {
            let found = routes.find(path).expect("there is a route for everything");
            assert_eq!(found.component, component, "{path}");
        }
        assert!(routes.faults().is_empty());
    }

    #[test]
    fn links_are_replaced_and_removed() {
        let routes = Routes::default()
            .with(route("api", "/a"))
            .with(route("api", "/b"));
        assert!(routes.find("/a").is_none());
        assert!(routes.find("/b").is_some());
        assert!(routes.without("api", "default").is_empty());
        assert!(!routes.without("api", "other").is_empty());
    }

    #[test]
    fn a_path_belongs_to_one_link_and_the_other_is_refused_by_name() {
        let routes = Routes::default()
            .with(route("first", "/a"))
            .with(route("another", "/b, /a/"));
        assert_eq!(
            routes.find("/a").map(|it| it.component.as_str()),
            Some("first")
        );
        assert!(
            routes.find("/b").is_none(),
            "a refused link does not serve at all"
        );
        let conflict = routes.conflict("another", "default").expect("a conflict");
        let said = conflict.to_string();
        for name in ["first", "another", "/a"] {
            assert!(said.contains(name), "{said}");
        }
        assert_eq!(routes.faults(), [said]);
        assert!(routes.conflict("first", "default").is_none());
    }

    #[test]
    fn a_refused_link_serves_once_its_path_is_free() {
        let routes = Routes::default()
            .with(route("first", "/"))
            .with(route("another", "/"));
        let routes = routes.with(route("first", "/"));
        assert_eq!(
            routes.find("/").map(|it| it.component.as_str()),
            Some("first")
        );
        let routes = routes.without("first", "default");
        assert_eq!(
            routes.find("/").map(|it| it.component.as_str()),
            Some("another")
        );
        assert!(routes.faults().is_empty());
    }

    #[test]
    fn a_link_that_cannot_be_used_keeps_its_paths() {
        let unusable = Route {
            component: "broken".to_owned(),
            link: "default".to_owned(),
            config: Err(Unusable::new(Some("/a, /b/"))),
        };
        let routes = Routes::default().with(route("all", "/")).with(unusable);
        assert!(routes.find("/b/c").is_some_and(|it| it.config.is_err()));
        assert_eq!(routes.faults().len(), 1);
        assert_eq!(Unusable::new(None).paths, [""]);
    }
}
