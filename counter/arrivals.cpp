#include "counter/arrivals.hpp"

#include <algorithm>
#include <array>

namespace counter {

namespace {

constexpr std::array<std::string_view, 6> endings{".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff"};

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

bool is_scan_name(std::string_view name) {
    const auto dot = name.rfind('.');
    if (name.starts_with('.') || dot == std::string_view::npos || dot == 0) return false;
    std::string ending(name.substr(dot));
    std::transform(ending.begin(), ending.end(), ending.begin(), lower);
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

Arrivals::Changes Arrivals::update(std::vector<FolderEntry> entries, Time now) {
    Changes changes;
    std::erase_if(entries, [](const FolderEntry& entry) { return !is_scan_name(entry.name); });
    std::map<std::string, Seen> before;
    before.swap(seen_);
    is_waiting_ = false;
    // Those known already keep their place when there are too many.
    std::stable_partition(entries.begin(), entries.end(),
                          [&](const FolderEntry& entry) { return before.contains(entry.name); });
    if (entries.size() > most_files) {
        changes.left_out = entries.size() - most_files;
        entries.resize(most_files);
    }
    for (FolderEntry& entry : entries) {
        Seen seen{std::move(entry), now};
        if (const auto known = before.find(seen.entry.name); known != before.end()) {
            if (known->second.entry == seen.entry)
                seen = known->second;
            else if (known->second.arrived)
                changes.gone.push_back(seen.entry.name);
            before.erase(known);
        }
        const bool is_whole = seen.entry.bytes > 0 && (closed_.contains(seen.entry.name) ||
                                                       now - seen.since >= settle_time);
        if (is_whole && !seen.arrived) {
            seen.arrived = true;
            changes.arrived.push_back(seen.entry);
        }
        is_waiting_ = is_waiting_ || !seen.arrived;
        std::string name = seen.entry.name;
        seen_.emplace(std::move(name), std::move(seen));
    }
    for (const auto& [name, seen] : before) {
        if (seen.arrived) changes.gone.push_back(name);
    }
    closed_.clear();
    return changes;
}

} // namespace counter
