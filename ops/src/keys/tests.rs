//! The folder as whoever starts a lattice finds it.

use std::os::unix::fs::PermissionsExt as _;

use tempfile::TempDir;

use super::*;

fn server(folder: &Path) -> Server {
    Server {
        store: folder.join("store"),
        log: folder.join("log"),
    }
}

fn make(folder: &Path, lattice: &Lattice) -> Keys {
    Keys::make(folder, lattice, &server(folder)).expect("keys")
}

/// Every file below a folder, with its content.
fn files_of(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files_of(&path));
        } else {
            let text = std::fs::read_to_string(&path).expect("text");
            found.push((path, text));
        }
    }
    found.sort();
    found
}

#[test]
fn a_chain_of_signatures_leads_from_the_operator_to_each_user() {
    let folder = TempDir::new().expect("a folder");
    let keys = make(folder.path(), &Lattice::new("one"));
    let operator = keys.operator.0.public_key();
    let token = std::fs::read_to_string(folder.path().join("one/account.jwt")).expect("a token");
    let account = Claims::verify(&token, &operator).expect("signed by the operator");
    assert_eq!(account.nats["type"], "account");
    assert_eq!(account.nats["limits"]["disk_storage"], STORED_AT_MOST);
    for user in User::ALL {
        let credentials = keys.credentials(user).expect("credentials");
        let claims = Claims::verify(&credentials.jwt, &account.subject).expect("by the account");
        assert_eq!(claims.name, user.name());
        assert_eq!(claims.nats["type"], "user");
        assert_eq!(claims.expires, None);
        let key = credentials.key().expect("a key").public_key();
        assert_eq!(claims.subject, key);
    }
}

#[test]
fn only_the_owner_reads_anything() {
    let folder = TempDir::new().expect("a folder");
    let inside = folder.path().join("keys");
    std::fs::create_dir(&inside).expect("a folder that is there before");
    make(&inside, &Lattice::new("one"));
    let mode = |path: &Path| {
        std::fs::metadata(path)
            .expect("it is there")
            .permissions()
            .mode()
    };
    assert_eq!(mode(&inside) & 0o777, 0o700);
    assert_eq!(mode(&inside.join("one")) & 0o777, 0o700);
    let files = files_of(&inside);
    assert!(files.len() > 8, "{files:?}");
    for (path, _) in files {
        assert_eq!(mode(&path) & 0o777, 0o600, "{}", path.display());
    }
}

#[test]
fn what_is_there_stays() {
    let folder = TempDir::new().expect("a folder");
    let lattice = Lattice::new("one");
    make(folder.path(), &lattice);
    let before = files_of(folder.path());
    // A token that is signed again bears another second.
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    let keys = make(folder.path(), &lattice);
    assert_eq!(before, files_of(folder.path()));
    // A server that runs takes no other token of the operator.
    keys.rotate(User::Admin).expect("another key");
    keys.revoke(User::Admin).expect("revoked");
    let operator = |files: &[(PathBuf, String)]| {
        let mut files = files.iter();
        let file = files.find(|(path, _)| path.ends_with("operator.jwt"));
        file.expect("a token").1.clone()
    };
    assert_eq!(operator(&before), operator(&files_of(folder.path())));
}

#[test]
fn other_rights_are_signed_again_for_the_same_key() {
    let folder = TempDir::new().expect("a folder");
    let mut lattice = Lattice::new("one");
    let before = make(folder.path(), &lattice).credentials(User::Ingress);
    lattice.servers.push("another".to_owned());
    lattice.days = Some(30);
    let after = make(folder.path(), &lattice).credentials(User::Ingress);
    let (before, after) = (before.expect("before"), after.expect("after"));
    assert_eq!(before.seed, after.seed);
    assert_ne!(before.jwt, after.jwt);
    let account = Keys::open(folder.path(), &lattice).expect("keys").account;
    let claims = Claims::verify(&after.jwt, &account.0.public_key()).expect("claims");
    let left = claims.expires.expect("an end") - now();
    assert!((29 * DAY..=30 * DAY).contains(&left), "{left}");
    assert!(claims.nats["sub"].to_string().contains("another"));
}

#[test]
fn lattices_share_the_operator_and_nothing_else() {
    let folder = TempDir::new().expect("a folder");
    let one = make(folder.path(), &Lattice::new("one"));
    let two = make(folder.path(), &Lattice::new("two"));
    assert_ne!(one.account.0.public_key(), two.account.0.public_key());
    let accounts = std::fs::read_to_string(folder.path().join("accounts.conf")).expect("accounts");
    for key in [&one.account, &two.account, &one.operator] {
        let token_or_key = key.0.public_key();
        let there = accounts.contains(&token_or_key);
        assert_eq!(there, token_or_key.starts_with('A'), "{accounts}");
    }
    let of_one = one.credentials(User::Rpc).expect("credentials");
    assert!(Claims::verify(&of_one.jwt, &two.account.0.public_key()).is_err());
}

#[test]
fn a_former_key_counts_until_it_is_revoked() {
    let folder = TempDir::new().expect("a folder");
    let keys = make(folder.path(), &Lattice::new("one"));
    let key = |keys: &Keys| keys.credentials(User::Rpc).and_then(|it| it.key());
    let before = key(&keys).expect("a key").public_key();
    keys.rotate(User::Rpc).expect("another key");
    assert_ne!(key(&keys).expect("a key").public_key(), before);
    assert!(keys.revoked().expect("a token").is_empty());
    assert_eq!(keys.revoke(User::Rpc).expect("revoked"), 1);
    assert_eq!(keys.revoked().expect("a token").len(), 1);
    assert!(keys.revoked().expect("a token").contains_key(&before));
    // That outlives what makes missing keys, and is not done twice.
    let again = make(folder.path(), &Lattice::new("one"));
    assert!(again.revoked().expect("a token").contains_key(&before));
    assert_eq!(again.revoke(User::Rpc).expect("nothing"), 0);
    assert_eq!(again.revoke(User::Admin).expect("nothing"), 0);
}

#[test]
fn what_a_lattice_was_made_with_is_kept() {
    let folder = TempDir::new().expect("a folder");
    let mut lattice = Lattice::new("one");
    lattice.servers = vec!["another".to_owned()];
    lattice.days = Some(30);
    make(folder.path(), &lattice);
    let kept = Lattice::kept(folder.path(), "one").expect("what was kept");
    let keys = Keys::open(folder.path(), &kept).expect("keys");
    keys.rotate(User::Ingress).expect("another key");
    let again = make(folder.path(), &kept);
    for keys in [keys, again] {
        let credentials = keys.credentials(User::Ingress).expect("credentials");
        let claims = Claims::verify(&credentials.jwt, &keys.account.0.public_key());
        let claims = claims.expect("claims");
        assert!(claims.expires.is_some());
        assert!(claims.nats["sub"].to_string().contains("another"));
    }
    let other = Lattice::kept(folder.path(), "two").expect("a new one");
    assert_eq!((other.servers.len(), other.days), (1, None));
    std::fs::write(lattice.file(folder.path()), "{}").expect("written");
    assert!(Lattice::kept(folder.path(), "one").is_err());
    assert!(Lattice::kept(folder.path(), "../one").is_err());
}

#[test]
fn a_rotation_that_broke_off_does_not_end_the_present_key() {
    let folder = TempDir::new().expect("a folder");
    let keys = make(folder.path(), &Lattice::new("one"));
    let before = std::fs::read_to_string(keys.file(User::Rpc)).expect("credentials");
    keys.rotate(User::Rpc).expect("another key");
    // As if only the first of the two files had been written.
    std::fs::write(keys.file(User::Rpc), before).expect("written");
    assert_eq!(keys.revoke(User::Rpc).expect("nothing to revoke"), 0);
    assert!(keys.revoked().expect("a token").is_empty());
}

#[test]
fn every_token_fits_into_a_line() {
    let folder = TempDir::new().expect("a folder");
    // The longest name that the scripts take.
    make(folder.path(), &Lattice::new(&"n".repeat(40)));
}

#[test]
fn names_that_would_be_other_subjects_are_refused() {
    let folder = TempDir::new().expect("a folder");
    let place = server(folder.path());
    for name in ["", "a.b", "*", ">", "a b", "../a"] {
        let refused = Keys::make(folder.path(), &Lattice::new(name), &place);
        assert!(refused.is_err(), "'{name}' was accepted");
        let mut lattice = Lattice::new("one");
        lattice.servers.push(name.to_owned());
        let refused = Keys::make(folder.path(), &lattice, &place);
        assert!(refused.is_err(), "'{name}' was accepted as a server");
    }
    assert!(Keys::open(folder.path(), &Lattice::new("other")).is_err());
}
