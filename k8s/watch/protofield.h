// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protozero/pbf_reader.hpp>

namespace k8s {

// Whether a reader stands at a field, and the field has the type that the API gives it. Asked before each value is
// read: protozero asserts the type, and what a server sends may be damaged.

inline bool isBytes(const protozero::pbf_reader &reader, protozero::pbf_tag_type number)
{
    return reader.tag_and_type() == protozero::tag_and_type(number, protozero::pbf_wire_type::length_delimited);
}

inline bool isVarint(const protozero::pbf_reader &reader, protozero::pbf_tag_type number)
{
    return reader.tag_and_type() == protozero::tag_and_type(number, protozero::pbf_wire_type::varint);
}

} // namespace k8s
