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

/// A link whose settings cannot be used. It keeps the path it asked for, so
/// that no other component answers in its place.
#[derive(Debug, Clone)]
pub struct Unusable {
    /// The path, as it was given.
    pub path: String,
}

impl Route {
    fn path(&self) -> &str {
        match &self.config {
            Ok(config) => &config.path,
            Err(unusable) => &unusable.path,
        }
    }

    /// Whether a path is under this route: `/a` is a prefix of `/a` and `/a/b`,
    /// and not of `/ab`.
    fn takes(&self, path: &str) -> bool {
        let prefix = self.path().trim_end_matches('/');
        let rest = path.strip_prefix(prefix);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// All routes, the longest path first.
#[derive(Debug, Clone, Default)]
pub struct Routes(Vec<Arc<Route>>);

impl Routes {
    /// These routes and one more; a link that was there before is replaced.
    #[must_use]
    pub fn with(&self, route: Route) -> Self {
        let mut routes = self.without(&route.component, &route.link).0;
        routes.push(Arc::new(route));
        // Links with the same path keep the order of their names, so that the
        // same one wins on every host.
        routes.sort_by(|a, b| {
            let length = b.path().len().cmp(&a.path().len());
            length.then_with(|| (&a.component, &a.link).cmp(&(&b.component, &b.link)))
        });
        Self(routes)
    }

    /// These routes without a link.
    #[must_use]
    pub fn without(&self, component: &str, link: &str) -> Self {
        let other = |route: &&Arc<Route>| route.component != component || route.link != link;
        Self(self.0.iter().filter(other).cloned().collect())
    }

    /// The route for a path.
    pub fn find(&self, path: &str) -> Option<&Arc<Route>> {
        self.0.iter().find(|route| route.takes(path))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The components whose settings cannot be used.
    pub fn unusable(&self) -> impl Iterator<Item = &str> {
        let unusable = self.0.iter().filter(|route| route.config.is_err());
        unusable.map(|route| route.component.as_str())
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
            .with(route("api", "/api"))
            .with(route("portal", "/api/portal/"));
        for (path, component) in [
            ("/", "all"),
            ("/apis", "all"),
            ("/api", "api"),
            ("/api/v1/bmi", "api"),
            ("/api/portal", "portal"),
            ("/api/portal/x", "portal"),
            ("/api/portals", "api"),
        ] {
            let found = routes.find(path).expect("there is a route for everything");
            assert_eq!(found.component, component, "{path}");
        }
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
}
