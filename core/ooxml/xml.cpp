#include "core/ooxml/xml.hpp"

#include "core/domain/failure.hpp"

namespace ooxml {

XmlTree::XmlTree(std::string_view text) {
    if (text.empty()) return;
    const pugi::xml_parse_result parsed = document_.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!parsed)
        throw core::Failure({"package-damaged", {{"reason", std::string(parsed.description())}}});
}

std::string_view local_name(const char* name) {
    const std::string_view whole(name);
    const std::size_t colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
    for (const pugi::xml_node each : parent.children()) {
        if (local_name(each.name()) == name) return each;
    }
    return {};
}

std::vector<pugi::xml_node> children(pugi::xml_node parent, std::string_view name) {
    std::vector<pugi::xml_node> found;
    for (const pugi::xml_node each : parent.children()) {
        if (local_name(each.name()) == name) found.push_back(each);
    }
    return found;
}

pugi::xml_attribute attribute(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_attribute each : node.attributes()) {
        if (local_name(each.name()) == name) return each;
    }
    return {};
}

} // namespace ooxml
