//! As much of XML Schema as the schemas of the tests use. What it does not know
//! is a fault of the schema, so that nothing passes unseen.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use regex::Regex;
use std::collections::BTreeMap;

/// An element with what stands in it.
#[derive(Debug, Default)]
pub struct Node {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Node>,
    /// Whether there are words between its children.
    has_text: bool,
}

/// Reads a document; it must be sound XML.
pub fn parse(xml: &str) -> Node {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut open = vec![Node::default()];
    loop {
        let event = reader.read_event().expect("sound XML");
        match event {
            Event::Start(tag) => open.push(node(&tag)),
            Event::Empty(tag) => {
                let node = node(&tag);
                open.last_mut().expect("the document").children.push(node);
            }
            Event::End(_) => {
                let node = open.pop().expect("ends are checked");
                open.last_mut().expect("the document").children.push(node);
            }
            Event::Text(text) => {
                let is_blank = text.trim().is_empty();
                open.last_mut().expect("the document").has_text |= !is_blank;
            }
            Event::GeneralRef(_) | Event::CData(_) => {
                open.last_mut().expect("the document").has_text = true;
            }
            Event::Eof => break,
            Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Comment(_) => {}
        }
    }
    let mut document = open.pop().expect("the document");
    assert_eq!((open.len(), document.children.len()), (0, 1), "one root");
    document.children.remove(0)
}

fn node(tag: &BytesStart<'_>) -> Node {
    let attributes = tag.attributes().map(|attribute| {
        let attribute = attribute.expect("a sound attribute");
        let value = attribute
            .normalized_value(XmlVersion::default())
            .expect("sound entities");
        (attribute.key.as_ref().to_owned(), value.into_owned())
    });
    Node {
        name: tag.name().as_ref().to_owned(),
        attributes: attributes.collect(),
        ..Node::default()
    }
}

impl Node {
    /// All elements of a name in it.
    pub fn all<'a>(&'a self, name: &str) -> Vec<&'a Node> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            found.extend(child.all(name));
        }
        found
    }

    /// The value of an attribute; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

/// Holds the document `xml` against `schema`: what does not fit.
pub fn faults(schema: &str, xml: &str) -> Vec<String> {
    let mut check = Check {
        schema: &parse(schema),
        faults: Vec::new(),
    };
    let root = parse(xml);
    match check.declared("xs:element", &root.name) {
        Some(element) => check.element(element, &root),
        None => check.fault(&root, "may be no root"),
    }
    check.faults
}

struct Check<'s> {
    schema: &'s Node,
    faults: Vec<String>,
}

impl<'s> Check<'s> {
    fn fault(&mut self, node: &Node, what: &str) {
        self.faults.push(format!("{}: {what}", node.name));
    }

    fn declared(&self, kind: &str, name: &str) -> Option<&'s Node> {
        let mut all = self.schema.children.iter();
        all.find(|one| one.name == kind && one.get("name") == name)
    }

    fn element(&mut self, element: &'s Node, node: &Node) {
        let named = self.declared("xs:complexType", element.get("type"));
        match named.or(element.children.first()) {
            Some(complex) if complex.name == "xs:complexType" => self.complex(complex, node),
            Some(other) => self.fault(node, &format!("{} is not known here", other.name)),
            None if element.get("type") == "xs:string" => {
                if !node.children.is_empty() || !node.attributes.is_empty() {
                    self.fault(node, "may hold only text");
                }
            }
            None => self.fault(node, "its type is not known here"),
        }
    }

    fn complex(&mut self, complex: &'s Node, node: &Node) {
        if node.has_text && complex.get("mixed") != "true" {
            self.fault(node, "may hold no text");
        }
        let mut model = String::new();
        let mut inner = BTreeMap::new();
        let mut known = Vec::new();
        for part in &complex.children {
            match part.name.as_str() {
                "xs:attribute" => {
                    known.push(part.get("name"));
                    self.attribute(part, node);
                }
                _ => model += &self.model(part, &mut inner, node),
            }
        }
        for name in node.attributes.keys() {
            if !known.contains(&name.as_str()) && !name.starts_with("xmlns") {
                self.fault(node, &format!("may have no {name}"));
            }
        }
        let names: String = node
            .children
            .iter()
            .map(|c| format!("<{}>", c.name))
            .collect();
        let model = Regex::new(&format!("^(?:{model})$")).expect("a sound pattern");
        if !model.is_match(&names) {
            self.fault(node, &format!("may not hold {names}"));
        }
        for child in &node.children {
            if let Some(element) = inner.get(child.name.as_str()) {
                self.element(element, child);
            }
        }
    }

    /// What may stand within, as a pattern over names.
    fn model(
        &mut self,
        part: &'s Node,
        inner: &mut BTreeMap<&'s str, &'s Node>,
        of: &Node,
    ) -> String {
        let parts = part.children.iter();
        let pattern = match part.name.as_str() {
            "xs:element" => {
                let name = match part.get("ref") {
                    "" => part.get("name"),
                    name => name,
                };
                let element = match part.get("ref") {
                    "" => Some(part),
                    name => self.declared("xs:element", name),
                };
                match element {
                    Some(element) => drop(inner.insert(name, element)),
                    None => self.fault(of, &format!("{name} is declared nowhere")),
                }
                format!("<{}>", regex::escape(name))
            }
            "xs:sequence" => parts.map(|p| self.model(p, inner, of)).collect(),
            "xs:choice" => {
                let all: Vec<_> = parts.map(|p| self.model(p, inner, of)).collect();
                all.join("|")
            }
            other => {
                self.fault(of, &format!("{other} is not known here"));
                String::new()
            }
        };
        let times = match (part.get("minOccurs"), part.get("maxOccurs")) {
            ("" | "1", "" | "1") => "",
            ("0", "" | "1") => "?",
            ("0", "unbounded") => "*",
            ("" | "1", "unbounded") => "+",
            (least, most) => {
                self.fault(of, &format!("{least} to {most} times is not known here"));
                ""
            }
        };
        format!("(?:{pattern}){times}")
    }

    fn attribute(&mut self, attribute: &'s Node, node: &Node) {
        let name = attribute.get("name");
        let Some(value) = node.attributes.get(name) else {
            if attribute.get("use") == "required" {
                self.fault(node, &format!("lacks {name}"));
            }
            return;
        };
        let fits = match attribute.get("type") {
            "xs:string" => true,
            "xs:positiveInteger" => value.parse::<u64>().is_ok_and(|number| number > 0),
            simple => match self.declared("xs:simpleType", simple) {
                Some(simple) => self.restricted(&simple.children[0], value, node),
                None => {
                    self.fault(node, &format!("{simple} is not known here"));
                    true
                }
            },
        };
        if !fits {
            self.fault(node, &format!("{name} may not be {value}"));
        }
    }

    fn restricted(&mut self, restriction: &Node, value: &str, node: &Node) -> bool {
        let (mut listed, mut is_listed, mut fits) = (false, false, true);
        for facet in &restriction.children {
            match facet.name.as_str() {
                "xs:enumeration" => {
                    listed = true;
                    is_listed |= facet.get("value") == value;
                }
                "xs:pattern" => {
                    let pattern = format!("^(?:{})$", facet.get("value"));
                    fits &= Regex::new(&pattern)
                        .expect("a sound pattern")
                        .is_match(value);
                }
                other => self.fault(node, &format!("{other} is not known here")),
            }
        }
        fits && (is_listed || !listed)
    }
}

#[test]
fn the_check_of_xml_schemas_sees_what_it_should() {
    let schema = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="a"><xs:complexType>
          <xs:sequence>
            <xs:element ref="b"/>
            <xs:choice minOccurs="0" maxOccurs="unbounded">
              <xs:element name="c" type="xs:string"/><xs:element ref="d"/>
            </xs:choice>
          </xs:sequence>
          <xs:attribute name="n" type="xs:positiveInteger" use="required"/>
          <xs:attribute name="s" type="S"/>
        </xs:complexType></xs:element>
        <xs:element name="b" type="B"/>
        <xs:complexType name="B" mixed="true"/>
        <xs:element name="d"><xs:complexType/></xs:element>
        <xs:simpleType name="S"><xs:restriction base="xs:string">
          <xs:enumeration value="x"/><xs:enumeration value="y"/>
        </xs:restriction></xs:simpleType>
      </xs:schema>"#;
    for (xml, is_fit) in [
        ("<a n='1'><b>words &amp; more</b></a>", true),
        ("<a n='1' s='y'><b/><d/><c>words</c><d/></a>", true),
        ("<b/>", true),
        ("<e/>", false),
        ("<a><b/></a>", false),
        ("<a n='0'><b/></a>", false),
        ("<a n='1' s='z'><b/></a>", false),
        ("<a n='1' t='z'><b/></a>", false),
        ("<a n='1'/>", false),
        ("<a n='1'><d/><b/></a>", false),
        ("<a n='1'><b/><e/></a>", false),
        ("<a n='1'>words<b/></a>", false),
        ("<a n='1'><b/><d>&amp;</d></a>", false),
        ("<a n='1'><b/><c><d/></c></a>", false),
    ] {
        let faults = faults(schema, xml);
        assert_eq!(faults.is_empty(), is_fit, "{xml}: {faults:?}");
    }
    let unknown = schema.replace("xs:sequence", "xs:all");
    assert!(!faults(&unknown, "<a n='1'><b/></a>").is_empty());
}
