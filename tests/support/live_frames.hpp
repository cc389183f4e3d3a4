#pragma once

#include "scanner/plane.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

/// Pictures as the files of a sequence.
namespace live_frames {

inline std::string pgm(const scanner::Plane& plane) {
    char head[64];
    std::snprintf(head, sizeof head, "P5\n%d %d\n255\n", plane.width(), plane.height());
    std::string bytes = head;
    for (int y = 0; y < plane.height(); ++y)
        bytes.append(reinterpret_cast<const char*>(plane.row(y)),
                     static_cast<std::size_t>(plane.width()));
    return bytes;
}

/// Appears whole, as a sequence's files must.
inline void put(const std::filesystem::path& file, const std::string& bytes) {
    const auto unfinished = file.parent_path() / "unfinished";
    std::ofstream(unfinished, std::ios::binary) << bytes;
    std::filesystem::rename(unfinished, file);
}

} // namespace live_frames
