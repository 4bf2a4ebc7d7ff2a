//! As much of JSON Schema as the schemas of the tests use. A keyword that it
//! does not know is a fault, so that nothing passes unseen.

use regex::Regex;
use serde_json::Value;

/// Holds `value` against `schema`: what does not fit, each with its place.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut check = Check {
        root: schema,
        faults: Vec::new(),
    };
    check.value(schema, value, "$");
    check.faults
}

struct Check<'s> {
    root: &'s Value,
    faults: Vec<String>,
}

impl Check<'_> {
    fn fault(&mut self, at: &str, what: &str) {
        self.faults.push(format!("{at}: {what}"));
    }

    fn fits(&self, schema: &Value, value: &Value) -> bool {
        let mut check = Check {
            root: self.root,
            faults: Vec::new(),
        };
        check.value(schema, value, "$");
        check.faults.is_empty()
    }

    fn value(&mut self, schema: &Value, value: &Value, at: &str) {
        let Some(schema) = schema.as_object() else {
            if schema == &Value::Bool(false) {
                self.fault(at, "nothing may stand here");
            }
            return;
        };
        for (keyword, rule) in schema {
            match keyword.as_str() {
                "$schema" | "$id" | "title" | "description" | "default" | "definitions"
                | "$defs" | "format" => {}
                "$ref" => {
                    let pointer = rule.as_str().and_then(|r| r.strip_prefix('#'));
                    let target = pointer.and_then(|p| self.root.pointer(p));
                    match target.cloned() {
                        Some(target) => self.value(&target, value, at),
                        None => self.fault(at, &format!("{rule} leads nowhere")),
                    }
                }
                "type" => {
                    let is = |name: &Value| is_type(name.as_str().unwrap_or(""), value);
                    let names = rule.as_array().cloned().unwrap_or(vec![rule.clone()]);
                    if !names.iter().any(is) {
                        self.fault(at, &format!("is not {rule}"));
                    }
                }
                "enum" => {
                    if !rule.as_array().is_some_and(|all| all.contains(value)) {
                        self.fault(at, &format!("{value} is none of {rule}"));
                    }
                }
                "const" => {
                    if rule != value {
                        self.fault(at, &format!("{value} is not {rule}"));
                    }
                }
                "anyOf" | "oneOf" => {
                    let all = rule.as_array().cloned().unwrap_or_default();
                    let fitting = all.iter().filter(|one| self.fits(one, value)).count();
                    if fitting == 0 || keyword == "oneOf" && fitting > 1 {
                        self.fault(at, &format!("fits {fitting} of {keyword}"));
                    }
                }
                "required" | "properties" | "additionalProperties" => {
                    self.object(keyword, rule, schema, value, at);
                }
                "items" | "minItems" | "uniqueItems" => self.array(keyword, rule, value, at),
                "minimum" | "maximum" => {
                    let (Some(limit), Some(number)) = (rule.as_f64(), value.as_f64()) else {
                        continue;
                    };
                    if keyword == "minimum" && number < limit
                        || keyword == "maximum" && number > limit
                    {
                        self.fault(at, &format!("{number} breaks {keyword} {limit}"));
                    }
                }
                "pattern" => {
                    let pattern = Regex::new(rule.as_str().unwrap_or("")).expect("a sound pattern");
                    if value.as_str().is_some_and(|text| !pattern.is_match(text)) {
                        self.fault(at, &format!("{value} does not match {rule}"));
                    }
                }
                unknown => self.fault(at, &format!("the keyword {unknown} is not known here")),
            }
        }
    }

    fn object(
        &mut self,
        keyword: &str,
        rule: &Value,
        schema: &serde_json::Map<String, Value>,
        value: &Value,
        at: &str,
    ) {
        let Some(object) = value.as_object() else {
            return;
        };
        let known = schema.get("properties").and_then(Value::as_object);
        match keyword {
            "required" => {
                for name in rule
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                {
                    if !object.contains_key(name) {
                        self.fault(at, &format!("lacks {name}"));
                    }
                }
            }
            "properties" => {
                for (name, rule) in rule.as_object().into_iter().flatten() {
                    if let Some(value) = object.get(name) {
                        self.value(rule, value, &format!("{at}.{name}"));
                    }
                }
            }
            _ => {
                for (name, value) in object {
                    if known.is_none_or(|known| !known.contains_key(name)) {
                        self.value(rule, value, &format!("{at}.{name}"));
                    }
                }
            }
        }
    }

    fn array(&mut self, keyword: &str, rule: &Value, value: &Value, at: &str) {
        let Some(array) = value.as_array() else {
            return;
        };
        match keyword {
            "items" => {
                for (index, value) in array.iter().enumerate() {
                    self.value(rule, value, &format!("{at}[{index}]"));
                }
            }
            "minItems" => {
                if rule
                    .as_u64()
                    .is_some_and(|least| (array.len() as u64) < least)
                {
                    self.fault(at, "has too few entries");
                }
            }
            _ => {
                let is_twice = |(index, one): (usize, &Value)| array[..index].contains(one);
                if rule == &Value::Bool(true) && array.iter().enumerate().any(is_twice) {
                    self.fault(at, "has an entry twice");
                }
            }
        }
    }
}

fn is_type(name: &str, value: &Value) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        _ => false,
    }
}

#[test]
fn the_check_of_schemas_sees_what_it_should() {
    let schema = serde_json::json!({
        "type": "object",
        "required": ["a"],
        "additionalProperties": false,
        "properties": {
            "a": {"$ref": "#/definitions/name"},
            "b": {"type": "array", "uniqueItems": true, "minItems": 1, "items": {"minimum": 0}},
            "c": {"anyOf": [{"const": 1}, {"type": "null"}]},
        },
        "definitions": {"name": {"type": "string", "pattern": "^[a-z]+$"}},
    });
    for (text, is_fit) in [
        (r#"{"a": "x", "b": [1, 2], "c": null}"#, true),
        (r#"{"b": [1]}"#, false),
        (r#"{"a": "X"}"#, false),
        (r#"{"a": 1}"#, false),
        (r#"{"a": "x", "b": []}"#, false),
        (r#"{"a": "x", "b": [1, 1]}"#, false),
        (r#"{"a": "x", "b": [-1]}"#, false),
        (r#"{"a": "x", "c": 2}"#, false),
        (r#"{"a": "x", "d": 2}"#, false),
        ("[]", false),
    ] {
        let value = serde_json::from_str(text).expect("it is JSON");
        let faults = faults(&schema, &value);
        assert_eq!(faults.is_empty(), is_fit, "{text}: {faults:?}");
    }
    let unknown = serde_json::json!({"maxLength": 1});
    assert_eq!(faults(&unknown, &Value::Null).len(), 1);
}
