//! The figures of a person, and what operators ask.

use anyhow::{Context as _, ensure};
use harness::lattice::Lattice;
use serde_json::{Value, json};

use crate::{METRICS, PERSON};

fn close(found: &Value, expected: f64) -> anyhow::Result<()> {
    let number = found.as_f64().context("not a number")?;
    ensure!(
        (number - expected).abs() < 1e-6,
        "found {number}, expected {expected}"
    );
    Ok(())
}

pub(crate) fn figures_of_the_example(lattice: &Lattice) -> anyhow::Result<()> {
    let response = lattice.client().post(METRICS, PERSON)?;
    ensure!(response.status == 200, "{response:?}");
    ensure!(response.header("content-type") == Some("application/json"));
    ensure!(response.header("cache-control") == Some("no-store"));
    let answer = response.json();
    close(&answer["bmi"], 22.857_142_857)?;
    close(&answer["bmr"], 1695.667)?;
    close(&answer["ideal_weight"], 68.75)?;
    close(&answer["body_fat_percentage"], 18.128_571_429)?;
    close(&answer["daily_calories"], 2713.0672)?;
    ensure!(answer["classification"] == "normal");
    ensure!(answer["healthy"] == true);
    ensure!(answer["activity"] == json!({"factor": 1.6, "source": "age_default"}));
    ensure!(
        answer["assumptions"]
            .as_array()
            .is_some_and(|all| all.len() == 1)
    );
    ensure!(answer["computed_by"] == "wasm_component");
    ensure!(
        answer["processing_time_us"]
            .as_u64()
            .is_some_and(|time| time > 0)
    );
    let formulas = answer["formulas"].as_array().context("formulas")?;
    let ids: Vec<_> = formulas.iter().map(|formula| &formula["id"]).collect();
    ensure!(
        ids == [
            "bmi",
            "bmr-roza-shizgal-1984",
            "ibw-lorentz-1929",
            "body-fat-deurenberg-1991",
            "tdee"
        ],
        "{ids:?}"
    );
    for formula in formulas {
        ensure!(formula["version"].is_string() && formula["citation"].is_string());
    }
    Ok(())
}

pub(crate) fn stated_activity_level(lattice: &Lattice) -> anyhow::Result<()> {
    for factor in [1.2, 1.375, 1.55, 1.725, 1.9] {
        let body = json!({
            "weight": 55, "height": 1.62, "age": 44, "gender": "female", "activity_level": factor
        });
        let answer = lattice.client().post(METRICS, body.to_string())?.json();
        ensure!(
            answer["activity"] == json!({"factor": factor, "source": "activity_level"}),
            "{answer}"
        );
        ensure!(answer["assumptions"] == json!([]));
        // 447.593 + 9.247 * 55 + 3.098 * 162 - 4.330 * 44
        close(&answer["bmr"], 1267.534)?;
        close(&answer["daily_calories"], 1267.534 * factor)?;
    }
    Ok(())
}

pub(crate) fn specialised_figures(lattice: &Lattice) -> anyhow::Result<()> {
    let client = lattice.client();
    let bmi = client.post("/api/v1/bmi", r#"{"weight": 80, "height": 1.6}"#)?;
    ensure!(bmi.status == 200, "{bmi:?}");
    close(&bmi.json()["bmi"], 31.25)?;
    ensure!(bmi.json()["classification"] == "obese" && bmi.json()["healthy"] == false);
    ensure!(
        bmi.json()["assumptions"]
            .as_array()
            .is_some_and(|all| all.len() == 1)
    );
    let bmr = client.post("/api/v1/bmr", PERSON)?;
    ensure!(bmr.status == 200, "{bmr:?}");
    close(&bmr.json()["bmr"], 1695.667)?;
    ensure!(bmr.json()["formulas"][0]["id"] == "bmr-roza-shizgal-1984");
    Ok(())
}

pub(crate) fn operational_endpoints(lattice: &Lattice) -> anyhow::Result<()> {
    for (path, member, value) in [
        ("/livez", "status", "live"),
        ("/readyz", "status", "ready"),
        ("/version", "name", "medical-api"),
    ] {
        let response = lattice.client().get(path)?;
        ensure!(response.status == 200, "{response:?}");
        ensure!(response.json()[member] == value, "{response:?}");
    }
    Ok(())
}
