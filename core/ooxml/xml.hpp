#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace ooxml {

// Elements and attributes by their names without a prefix: some programs write `<x:row>`.

/// A piece of XML as a tree: a small part, or one element of a large one.
class XmlTree {
public:
    /// Throws core::Failure when it is no sound XML. Entities of its own are not known, and none is
    /// fetched: the parser has neither.
    explicit XmlTree(std::string_view text);

    /// The element around all others; empty for an empty text.
    pugi::xml_node root() const { return document_.document_element(); }

private:
    pugi::xml_document document_;
};

std::string_view local_name(const char* name);
pugi::xml_node child(pugi::xml_node parent, std::string_view name);
std::vector<pugi::xml_node> children(pugi::xml_node parent, std::string_view name);
pugi::xml_attribute attribute(pugi::xml_node node, std::string_view name);

} // namespace ooxml
