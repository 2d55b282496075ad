//! The catalogue over HTTP: definitions, worked cases, refusals, batches.

use anyhow::{Context as _, ensure};
use harness::lattice::Lattice;
use harness::root;
use serde_json::{Value, json};

pub(crate) fn vectors() -> anyhow::Result<Vec<Value>> {
    let path = root().join("crates/clinical/tests/calculators/vectors.json");
    Ok(serde_json::from_str(&std::fs::read_to_string(path)?)?)
}

fn ids(lattice: &Lattice) -> anyhow::Result<Vec<String>> {
    let list = lattice.client().get("/api/v1/calculators")?.json();
    let all = list["calculators"].as_array().context("a list")?;
    let id = |one: &Value| one["id"].as_str().unwrap_or_default().to_owned();
    Ok(all.iter().map(id).collect())
}

pub(crate) fn the_catalogue_is_served(lattice: &Lattice) -> anyhow::Result<()> {
    let client = lattice.client();
    let ids = ids(lattice)?;
    let printed = std::fs::read_to_string(root().join("docs/catalogue.md"))?;
    let printed = printed.lines().filter(|line| line.starts_with("### "));
    ensure!(ids.len() == printed.count(), "{ids:?}");
    for id in &ids {
        let response = client.get(&format!("/api/v1/calculators/{id}"))?;
        ensure!(response.status == 200, "{response:?}");
        let definition = response.json();
        ensure!(definition["schema"]["type"] == "object", "{definition}");
        ensure!(
            definition["reference"]["citation"].is_string(),
            "{definition}"
        );
    }
    let found = client
        .get("/api/v1/calculators?category=liver&text=meld")?
        .json();
    ensure!(
        found["total"]
            .as_u64()
            .is_some_and(|total| (1..ids.len() as u64).contains(&total)),
        "{found}"
    );
    let golden = root().join("crates/gateway/src/platform/openapi.json");
    ensure!(
        client.get("/openapi.json")?.body == std::fs::read_to_string(golden)?,
        "another OpenAPI document"
    );
    Ok(())
}

pub(crate) fn every_vector(lattice: &Lattice) -> anyhow::Result<()> {
    let vectors = vectors()?;
    let client = lattice.client();
    for vector in &vectors {
        let id = vector["calculator"].as_str().context("an id")?;
        let body = json!({"inputs": vector["inputs"]}).to_string();
        let response = client.post(&format!("/api/v1/calculators/{id}"), body)?;
        if vector["refused"].is_string() {
            ensure!(response.status == 422, "{vector}: {response:?}");
            continue;
        }
        ensure!(response.status == 200, "{vector}: {response:?}");
        let value = &response.json()["results"][0]["value"];
        match vector["expected"].as_f64() {
            Some(expected) => {
                let found = value.as_f64().context("a number")?;
                let tolerance = vector["tolerance"].as_f64().unwrap_or(1e-9);
                ensure!((found - expected).abs() <= tolerance, "{vector}: {found}");
            }
            None => ensure!(*value == vector["expected"], "{vector}: {value}"),
        }
    }
    ensure!(vectors.len() > 90);
    Ok(())
}

/// For every calculator, from its definition alone: nothing sent, null sent, and
/// quantities without a unit are refused with each required input named.
pub(crate) fn every_refusal_names_its_input(lattice: &Lattice) -> anyhow::Result<()> {
    let client = lattice.client();
    for id in ids(lattice)? {
        let path = format!("/api/v1/calculators/{id}");
        let definition = client.get(&path)?.json();
        let inputs = definition["inputs"].as_array().context("inputs")?;
        let required = inputs.iter().filter(|input| input["required"] == true);
        let names: Vec<&str> = required
            .filter_map(|input| input["name"].as_str())
            .collect();
        let nulls = names
            .iter()
            .map(|name| ((*name).to_owned(), Value::Null))
            .collect();
        let bare = names
            .iter()
            .map(|name| ((*name).to_owned(), json!("0")))
            .collect();
        for (inputs, code) in [
            (Value::Object(serde_json::Map::new()), Some("missing")),
            (Value::Object(nulls), Some("missing")),
            (Value::Object(bare), None),
        ] {
            let response = client.post(&path, json!({"inputs": inputs}).to_string())?;
            ensure!(response.status == 422, "{id}: {response:?}");
            let found = response.violations();
            for name in &names {
                let named = found.iter().any(|(pointer, found)| {
                    pointer
                        .strip_prefix("/inputs/")
                        .and_then(|rest| rest.split('/').next())
                        == Some(name)
                        && code.is_none_or(|code| code == found)
                });
                ensure!(named, "{id}: {name} in {found:?}");
            }
        }
    }
    Ok(())
}

pub(crate) fn a_batch_of_a_thousand(lattice: &Lattice) -> anyhow::Result<()> {
    let vectors = vectors()?;
    let lines: Vec<String> = (0..1000)
        .map(|number| {
            // Every tenth line is broken in its own way.
            if number % 10 == 9 {
                return "{\"id\": broken".to_owned();
            }
            let vector = &vectors[number % vectors.len()];
            json!({
                "id": number,
                "calculator": vector["calculator"],
                "inputs": vector["inputs"],
            })
            .to_string()
        })
        .collect();
    let headers = [("content-type", "application/x-ndjson")];
    let response = lattice
        .client()
        .post_with("/api/v1/batch", lines.join("\n"), &headers)?;
    ensure!(response.status == 200, "{}", response.status);
    let answers: Vec<Value> = response
        .body
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()?;
    ensure!(answers.len() == 1000, "{} lines", answers.len());
    for (number, answer) in answers.iter().enumerate() {
        let vector = &vectors[number % vectors.len()];
        if number % 10 == 9 {
            ensure!(answer["status"] == 400, "{answer}");
        } else if vector["refused"].is_string() {
            ensure!(answer["status"] == 422, "{answer}");
        } else {
            ensure!(
                answer["id"] == number && answer["status"] == 200,
                "{answer}"
            );
            let calculator = &answer["evaluation"]["calculator"];
            ensure!(*calculator == vector["calculator"], "{answer}");
        }
    }
    println!("a batch of 1000 took {:?}", response.took);
    Ok(())
}
