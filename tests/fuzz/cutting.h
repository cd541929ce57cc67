// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What a splitter makes of a body that arrives in pieces of `step` bytes: the objects, and whether it ended well.
template <class Splitter, class Shape>
std::pair<std::vector<std::string>, bool> split(std::string_view body, size_t step, Shape shape)
{
    Splitter splitter(shape, 4096);
    std::vector<std::string> objects;
    for (size_t at = 0; at < body.size(); at += step) {
        if (!splitter.feed(body.substr(at, step), [&](std::string_view object) { objects.emplace_back(object); }))
            return {objects, false};
    }
    return {objects, splitter.finish().has_value()};
}
