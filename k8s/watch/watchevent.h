// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/result.h"

#include <simdjson.h>

#include <string>
#include <string_view>

namespace k8s {

/// One event of a watch. The views belong to the parser and are valid until its next call.
struct WatchEvent
{
    enum class Type
    {
        Added,
        Modified,
        Deleted,
        Bookmark,
        Error,
        Unknown
    };

    Type type = Type::Unknown;
    std::string_view object; ///< JSON text
    std::string_view uid;
    std::string_view resourceVersion;
};

/// Reads watch events of either representation. One per stream.
class WatchEventParser
{
public:
    Result<WatchEvent> parseJson(std::string_view frame);
    /// `frame` is a metav1.WatchEvent message; objects come out as JSON (protojson.h).
    Result<WatchEvent> parseProto(std::string_view frame);

private:
    Result<> readMetadata(simdjson::ondemand::object &object, WatchEvent &event);

    simdjson::ondemand::parser m_parser;
    std::string m_text; ///< with the padding that the parser wants behind it
};

} // namespace k8s
