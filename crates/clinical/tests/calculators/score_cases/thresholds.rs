//! The points of single items below, at and above their thresholds.

use serde_json::{Value as Json, json};

use super::{mg, mmhg, q};

type Row = (&'static str, &'static str, Json, f64);

/// Pairs of a value and its points, from `"64:0 65:1"`.
fn pairs(table: &str) -> impl Iterator<Item = (f64, f64)> + '_ {
    let number = |text: &str| text.parse().expect("a number");
    let rows = table.split_whitespace();
    rows.map(move |row| {
        let (value, points) = row.split_once(':').expect("a value and its points");
        (number(value), number(points))
    })
}

/// One input, one item of the same name, in this unit.
fn steps(rows: &mut Vec<Row>, id: &'static str, item: &'static str, unit: &str, table: &str) {
    for (value, points) in pairs(table) {
        rows.push((id, item, json!({ item: q(value, unit) }), points));
    }
}

/// Calculator, item, changes to its base case, and the points of the item.
pub(crate) fn thresholds() -> Vec<Row> {
    let mut rows = Vec::new();
    let mut add = |id, item, unit, table| steps(&mut rows, id, item, unit, table);
    add("cha2ds2-vasc", "age", "a", "64:0 65:1 74:1 75:2");
    add("has-bled", "age", "a", "64:0 65:0 66:1");
    add("qsofa", "respiratory_rate", "/min", "21.9:0 22:1 23:1");
    add("qsofa", "systolic_bp", "mm[Hg]", "99:1 100:1 100.5:0");
    add(
        "wells-pe-2000",
        "heart_rate",
        "/min",
        "99:0 100:0 100.5:1.5",
    );
    add("curb-65", "bun", "mg/dL", "18.9:0 19:0 19.1:1");
    add("curb-65", "bun", "mmol/L", "6.9:0 7:0 7.1:1");
    add("curb-65", "respiratory_rate", "/min", "29.5:0 30:1 31:1");
    add("curb-65", "systolic_bp", "mm[Hg]", "89.9:1 90:0 91:0");
    add("curb-65", "age", "a", "64:0 65:1 66:1");
    add("findrisc", "age", "a", "44:0 45:2 54:2 55:3 64:3 65:4");
    // At 180 cm, 81 kg are 25 and 97.2 kg are 30 kg/m2.
    add("findrisc", "weight", "kg", "80.9:0 81:1 97.2:1 97.3:3");
    add("findrisc", "waist", "cm", "93.9:0 94:3 102:3 102.1:4");
    for (pressure, points) in pairs("59:1 60:1 60.5:0") {
        let changes = json!({"diastolic_bp": mmhg(pressure)});
        rows.push(("curb-65", "systolic_bp", changes, points));
    }
    for (waist, points) in pairs("79.9:0 80:3 88:3 88.1:4") {
        let changes = json!({"sex": "female", "waist": q(waist, "cm")});
        rows.push(("findrisc", "waist", changes, points));
    }
    // 25 and 30 kg/m2 at heights whose squares are not exact.
    for (height, weight, points) in [(160.0, 64.0, 1.0), (160.0, 76.8, 1.0), (170.0, 86.7, 1.0)] {
        let changes = json!({"height": q(height, "cm"), "weight": q(weight, "kg")});
        rows.push(("findrisc", "weight", changes, points));
    }
    for (code, points) in [("none", 0.0), ("second-degree", 3.0), ("first-degree", 5.0)] {
        let changes = json!({"family_history": code});
        rows.push(("findrisc", "family_history", changes, points));
    }
    sofa(&mut rows);
    sofa_circulation(&mut rows);
    news2(&mut rows);
    rows
}

fn sofa(rows: &mut Vec<Row>) {
    for (support, table) in [
        (false, "400:0 399:1 300:1 299:2 199:2 99:2"),
        (true, "400:0 399:1 300:1 299:2 200:2 199:3 100:3 99:4"),
    ] {
        for (pao2, points) in pairs(table) {
            let changes = json!({
                "pao2": mmhg(pao2), "fio2": q(100.0, "%"), "respiratory_support": support,
            });
            rows.push(("sofa", "pao2", changes, points));
        }
    }
    // The ratio is exactly 400 at 21 % too.
    let air = json!({"pao2": mmhg(84.0), "fio2": q(21.0, "%")});
    rows.push(("sofa", "pao2", air, 0.0));
    let platelets = "150:0 149.9:1 100:1 99.9:2 50:2 49.9:3 20:3 19.9:4";
    steps(rows, "sofa", "platelets", "10*9/L", platelets);
    let bilirubin = "1.19:0 1.2:1 1.99:1 2:2 5.99:2 6:3 11.99:3 12:4";
    let creatinine = "1.19:0 1.2:1 1.99:1 2:2 3.49:2 3.5:3 4.99:3 5:4";
    steps(rows, "sofa", "bilirubin", "mg/dL", bilirubin);
    steps(rows, "sofa", "creatinine", "mg/dL", creatinine);
    // The table prints umol/L too, with limits of its own.
    let bilirubin = "19:0 20:1 32:1 33:2 101:2 102:3 204:3 205:4";
    let creatinine = "109:0 110:1 170:1 171:2 299:2 300:3 440:3 441:4";
    steps(rows, "sofa", "bilirubin", "umol/L", bilirubin);
    steps(rows, "sofa", "creatinine", "umol/L", creatinine);
    for (urine, points) in pairs("500:0 499:3 200:3 199:4") {
        let changes = json!({"urine_output": q(urine, "mL/d")});
        rows.push(("sofa", "creatinine", changes, points));
    }
    let oliguric = json!({"urine_output": q(499.0, "mL/d"), "creatinine": mg(5.0)});
    rows.push(("sofa", "creatinine", oliguric, 4.0));
    let name = "glasgow_coma_scale";
    for (value, points) in pairs("15:0 14:1 13:1 12:2 10:2 9:3 6:3 5:4") {
        rows.push(("sofa", name, json!({ name: value }), points));
    }
}

fn sofa_circulation(rows: &mut Vec<Row>) {
    let map = "mean_arterial_pressure";
    steps(rows, "sofa", map, "mm[Hg]", "70:0 69.9:1");
    let dobutamine = json!({"vasopressor": "dobutamine"});
    rows.push(("sofa", map, dobutamine, 2.0));
    for (drug, table) in [
        ("dobutamine", "20:2"),
        ("dopamine", "5:2 5.1:3 15:3 15.1:4"),
        ("epinephrine", "0.1:3 0.11:4"),
        ("norepinephrine", "0.1:3 0.11:4"),
    ] {
        for (dose, points) in pairs(table) {
            let dose = q(dose, "ug/kg/min");
            let changes = json!({"vasopressor": drug, "vasopressor_dose": dose});
            rows.push(("sofa", map, changes, points));
        }
    }
}

fn news2(rows: &mut Vec<Row>) {
    let mut add = |item, unit, table| steps(rows, "news2", item, unit, table);
    let rate = "8:3 8.5:1 9:1 11:1 12:0 20:0 21:2 24:2 25:3";
    add("respiratory_rate", "/min", rate);
    let pressure = "90:3 91:2 100:2 101:1 110:1 111:0 219:0 220:3";
    add("systolic_bp", "mm[Hg]", pressure);
    let heart = "40:3 41:1 50:1 51:0 90:0 91:1 110:1 111:2 130:2 131:3";
    add("heart_rate", "/min", heart);
    let temperature = "35:3 35.1:1 36:1 36.05:0 36.1:0 38:0 38.1:1 39:1 39.1:2";
    add("temperature", "Cel", temperature);
    add("temperature", "[degF]", "95:3 96.8:1 100.4:0 102.2:1");
    add(
        "oxygen_saturation",
        "%",
        "91:3 92:2 93:2 94:1 95:1 96:0 100:0",
    );
    for (given, table) in [
        (
            false,
            "83:3 84:2 85:2 86:1 87:1 88:0 92:0 93:0 94:0 95:0 96:0 97:0",
        ),
        (
            true,
            "83:3 84:2 85:2 86:1 87:1 88:0 92:0 93:1 94:1 95:2 96:2 97:3",
        ),
    ] {
        for (value, points) in pairs(table) {
            let changes = json!({
                "spo2_scale": 2, "supplemental_oxygen": given, "oxygen_saturation": q(value, "%"),
            });
            rows.push(("news2", "oxygen_saturation", changes, points));
        }
    }
    for (code, points) in [("A", 0.0), ("C", 3.0), ("V", 3.0), ("P", 3.0), ("U", 3.0)] {
        let changes = json!({"consciousness": code});
        rows.push(("news2", "consciousness", changes, points));
    }
}
