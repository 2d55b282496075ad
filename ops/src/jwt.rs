//! Tokens of NATS: header, claims and signature, each in base64 without padding.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, ensure};
use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD};
use nkeys::KeyPair;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha512_256};

/// The only kind of token there is.
const HEADER: &str = r#"{"typ":"JWT","alg":"ed25519-nkey"}"#;

/// Seconds since 1970.
pub(crate) fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs())
}

/// What a token says of a key.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Claims {
    /// The public key that it is about.
    pub(crate) subject: String,
    /// What people call it.
    pub(crate) name: String,
    /// After this second it counts no more.
    pub(crate) expires: Option<u64>,
    /// What NATS reads: its kind, limits and permissions.
    pub(crate) nats: Value,
}

impl Claims {
    /// Signs them now.
    pub(crate) fn sign(&self, issuer: &KeyPair) -> anyhow::Result<String> {
        let mut claims = json!({
            "iat": now(),
            "iss": issuer.public_key(),
            "sub": self.subject,
            "name": self.name,
            "nats": self.nats,
        });
        if let Some(expires) = self.expires {
            claims["exp"] = expires.into();
        }
        let digest = Sha512_256::digest(claims.to_string());
        claims["jti"] = BASE32_NOPAD.encode(&digest).into();
        let signed = format!(
            "{}.{}",
            BASE64URL_NOPAD.encode(HEADER.as_bytes()),
            BASE64URL_NOPAD.encode(claims.to_string().as_bytes())
        );
        let signature = issuer.sign(signed.as_bytes())?;
        Ok(format!("{signed}.{}", BASE64URL_NOPAD.encode(&signature)))
    }

    /// Reads a token that this issuer signed.
    pub(crate) fn verify(token: &str, issuer: &str) -> anyhow::Result<Self> {
        let (signed, signature) = token.rsplit_once('.').context("no signature")?;
        let (header, claims) = signed.split_once('.').context("no claims")?;
        ensure!(
            BASE64URL_NOPAD.decode(header.as_bytes())? == HEADER.as_bytes(),
            "another kind of token"
        );
        let signature = BASE64URL_NOPAD.decode(signature.as_bytes())?;
        KeyPair::from_public_key(issuer)?.verify(signed.as_bytes(), &signature)?;
        let claims = BASE64URL_NOPAD.decode(claims.as_bytes())?;
        let mut claims: Value = serde_json::from_slice(&claims)?;
        ensure!(claims["iss"] == issuer, "another issuer");
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Ok(Self {
            subject: text(&claims["sub"]),
            name: text(&claims["name"]),
            expires: claims["exp"].as_u64(),
            nats: claims["nats"].take(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims() -> Claims {
        Claims {
            subject: KeyPair::new_user().public_key(),
            name: "someone".to_owned(),
            expires: Some(now() + 60),
            nats: json!({"type": "user", "version": 2}),
        }
    }

    #[test]
    fn what_was_signed_is_read() {
        let issuer = KeyPair::new_account();
        let token = claims().sign(&issuer).expect("a token");
        let read = Claims::verify(&token, &issuer.public_key()).expect("the claims");
        assert_eq!(read.name, "someone");
        assert_eq!(read.nats, claims().nats);
    }

    #[test]
    fn nobody_else_can_have_signed_it() {
        let (issuer, other) = (KeyPair::new_account(), KeyPair::new_account());
        let token = claims().sign(&issuer).expect("a token");
        assert!(Claims::verify(&token, &other.public_key()).is_err());
        let mut parts: Vec<_> = token.split('.').collect();
        let changed = json!({"iss": issuer.public_key(), "sub": "U", "nats": {}});
        let changed = BASE64URL_NOPAD.encode(changed.to_string().as_bytes());
        parts[1] = &changed;
        assert!(Claims::verify(&parts.join("."), &issuer.public_key()).is_err());
        assert!(Claims::verify("", &issuer.public_key()).is_err());
    }
}
