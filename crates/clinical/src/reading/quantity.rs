//! Quantities: a number never travels without its unit.

use super::{Context, Problem, problem, single, unit_list, wrong_type};
use crate::definition::Input;
use crate::raw::Raw;
use crate::units::{self, QuantityKind};
use crate::values::Typed;
use crate::violation::Code;

/// A number and its unit, from whatever was sent for a quantity.
pub(super) fn quantity(
    raw: &Raw,
    input: &Input,
    kind: &'static QuantityKind,
    context: &Context,
) -> Result<Typed, Problem> {
    let (value, unit) = value_and_unit(raw, input, kind, context)?;
    let canonical = unit.to_canonical(value);
    if !kind.plausible(canonical) {
        let message = implausible(value, unit, input.name, kind, context);
        return problem("/value", Code::OutOfRange, message);
    }
    Ok(Typed::Quantity {
        canonical,
        sent: value,
        unit: unit.code,
        kind,
    })
}

/// The number and the unit, each refused where it lies.
fn value_and_unit(
    raw: &Raw,
    input: &Input,
    kind: &'static QuantityKind,
    context: &Context,
) -> Result<(f64, units::Unit), Problem> {
    let name = input.name;
    let members = match raw {
        Raw::Object(members) => members,
        Raw::Number(number) if kind.bare => return Ok((*number, kind.canonical())),
        Raw::Number(_) => {
            let units = unit_list(kind);
            let shape = "{\"value\": …, \"unit\": …}";
            let message = context.say(
                format!("{name} must come with its unit, one of {units}: {shape}"),
                format!("{name} deve vir com sua unidade, uma de {units}: {shape}"),
            );
            return problem("", Code::MissingUnit, message);
        }
        _ => return wrong_type(input, context),
    };
    let mut names = members.iter().map(|(name, _)| name.as_str());
    if names.any(|name| name != "value" && name != "unit") {
        let message = context.say(
            format!("{name} takes value and unit only"),
            format!("{name} aceita apenas value e unit"),
        );
        return problem("", Code::UnknownField, message);
    }
    let value = value(members, name, context)?;
    Ok((value, unit(members, name, kind, context)?))
}

fn value(members: &[(String, Raw)], name: &str, context: &Context) -> Result<f64, Problem> {
    match single(members, "value", context)? {
        Some(Raw::Number(value)) => Ok(*value),
        None => {
            let message = context.say(
                format!("{name}.value is required"),
                format!("{name}.value é obrigatório"),
            );
            problem("/value", Code::Missing, message)
        }
        Some(_) => {
            let message = context.say(
                format!("{name}.value must be a JSON number, without quotes"),
                format!("{name}.value deve ser um número JSON, sem aspas"),
            );
            problem("/value", Code::WrongType, message)
        }
    }
}

fn unit(
    members: &[(String, Raw)],
    name: &str,
    kind: &'static QuantityKind,
    context: &Context,
) -> Result<units::Unit, Problem> {
    let known = match single(members, "unit", context)? {
        Some(Raw::Text(code)) => kind.unit(code),
        other => {
            let code = match other {
                None => Code::MissingUnit,
                Some(_) => Code::WrongType,
            };
            let units = unit_list(kind);
            let message = context.say(
                format!("{name}.unit is required, one of {units}"),
                format!("{name}.unit é obrigatório, um de {units}"),
            );
            return problem("/unit", code, message);
        }
    };
    known.map_or_else(
        || {
            let units = unit_list(kind);
            let message = context.say(
                format!("{name}.unit must be one of {units} (UCUM codes, case-sensitive)"),
                format!("{name}.unit deve ser um de {units} (códigos UCUM, maiúsculas importam)"),
            );
            problem("/unit", Code::UnknownUnit, message)
        },
        Ok,
    )
}

/// Says the limits in the unit that was sent, and which other unit would make
/// the number plausible.
fn implausible(
    value: f64,
    unit: units::Unit,
    name: &str,
    kind: &QuantityKind,
    context: &Context,
) -> String {
    let limit = |canonical| trim(unit.from_canonical(canonical));
    let (least, greatest, code) = (limit(kind.least), limit(kind.greatest), unit.code);
    let mut message = context.say(
        format!("{name} must be from {least} to {greatest} {code}"),
        format!("{name} deve estar entre {least} e {greatest} {code}"),
    );
    let others = kind.units.iter();
    let fitting: Vec<_> = others
        .filter(|other| other.code != code && kind.plausible(other.to_canonical(value)))
        .map(|other| other.code)
        .collect();
    if !fitting.is_empty() {
        let fitting = fitting.join(context.say(" or ", " ou ").as_str());
        message += &context.say(
            format!("; the value would be plausible in {fitting}"),
            format!("; o valor seria plausível em {fitting}"),
        );
    }
    message
}

/// A limit with as many digits as it needs, four at most.
fn trim(number: f64) -> String {
    let text = format!("{number:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
