//! Members of an object whose names are data.

use core::fmt;
use core::marker::PhantomData;
use std::collections::BTreeSet;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::{Serialize, Serializer};

use crate::Str;

/// Named values in the order written; reading refuses a name that stands twice.
#[derive(Debug, Clone, PartialEq)]
pub struct Named<'a, T>(pub Vec<(Str<'a>, T)>);

impl<T> Named<'_, T> {
    /// The value of this name.
    pub fn get(&self, name: &str) -> Option<&T> {
        let found = self.0.iter().find(|(known, _)| *known == *name);
        found.map(|(_, value)| value)
    }
}

impl<T> Default for Named<'_, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Serialize> Serialize for Named<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<'de: 'a, 'a, T: Deserialize<'de>> Deserialize<'de> for Named<'a, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(NamedVisitor(PhantomData))
    }
}

struct NamedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for NamedVisitor<T> {
    type Value = Named<'de, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut all = Named(Vec::new());
        let mut known = BTreeSet::new();
        while let Some(name) = map.next_key::<Str<'de>>()? {
            if !known.insert(name.clone()) {
                return Err(A::Error::custom("a member stands twice"));
            }
            let value = map.next_value()?;
            all.0.push((name, value));
        }
        Ok(all)
    }
}
