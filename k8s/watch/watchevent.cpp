// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/watch/watchevent.h"

#include "k8s/watch/protofield.h"
#include "k8s/watch/protojson.h"
#include "k8s/watch/protosplitter.h"

namespace k8s {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> badEvent(const QString &why)
{
    return std::unexpected(Error {.kind = Error::Kind::Protocol, .message = u"not a watch event: %1"_s.arg(why)});
}

std::unexpected<Error> badEvent(simdjson::error_code code)
{
    return badEvent(QString::fromLatin1(simdjson::error_message(code)));
}

WatchEvent::Type typeOf(std::string_view name)
{
    using enum WatchEvent::Type;
    constexpr std::pair<std::string_view, WatchEvent::Type> types[]
        = {{"ADDED", Added}, {"MODIFIED", Modified}, {"DELETED", Deleted}, {"BOOKMARK", Bookmark}, {"ERROR", Error}};
    for (const auto &[text, type] : types) {
        if (text == name)
            return type;
    }
    return Unknown;
}

void pad(std::string &text) { text.reserve(text.size() + simdjson::SIMDJSON_PADDING); }

} // namespace

Result<> WatchEventParser::readMetadata(simdjson::ondemand::object &object, WatchEvent &event)
{
    simdjson::ondemand::object metadata;
    if (object["metadata"].get(metadata) != simdjson::SUCCESS)
        return event.type == WatchEvent::Type::Error ? Result<>() : badEvent(u"the object has no metadata"_s);
    if (metadata["uid"].get(event.uid) != simdjson::SUCCESS)
        event.uid = {};
    if (metadata["resourceVersion"].get(event.resourceVersion) != simdjson::SUCCESS)
        event.resourceVersion = {};
    return {};
}

Result<WatchEvent> WatchEventParser::parseJson(std::string_view frame)
{
    m_text = frame;
    pad(m_text);
    WatchEvent event;
    simdjson::ondemand::document document;
    std::string_view type;
    simdjson::ondemand::object object;
    if (auto code = m_parser.iterate(m_text.data(), m_text.size(), m_text.capacity()).get(document); code)
        return badEvent(code);
    if (auto code = document["type"].get(type); code)
        return badEvent(code);
    event.type = typeOf(type);
    if (auto code = document["object"].get(object); code)
        return badEvent(code);
    if (auto code = object.raw_json().get(event.object); code)
        return badEvent(code);
    object.reset();
    if (auto read = readMetadata(object, event); !read)
        return std::unexpected(read.error());
    return event;
}

Result<WatchEvent> WatchEventParser::parseProto(std::string_view frame)
{
    WatchEvent event;
    protozero::data_view object;
    try {
        protozero::pbf_reader reader(frame.data(), frame.size());
        while (reader.next()) {
            if (isBytes(reader, 1)) {
                event.type = typeOf(reader.get_string());
            } else if (isBytes(reader, 2)) {
                auto extension = reader.get_message();
                if (extension.next(1, protozero::pbf_wire_type::length_delimited))
                    object = extension.get_view();
            } else {
                reader.skip();
            }
        }
    } catch (const protozero::exception &exception) {
        return badEvent(QString::fromLatin1(exception.what()));
    }
    const auto envelope = openProtoEnvelope({object.data(), object.size()});
    if (!envelope)
        return std::unexpected(envelope.error());
    m_text.clear();
    if (auto written = protoObjectToJson(envelope->raw, envelope->apiVersion, envelope->kind, m_text); !written)
        return std::unexpected(written.error());
    pad(m_text);
    event.object = m_text;
    simdjson::ondemand::document document;
    simdjson::ondemand::object top;
    if (auto code = m_parser.iterate(m_text.data(), m_text.size(), m_text.capacity()).get(document); code)
        return badEvent(code);
    if (auto code = document.get_object().get(top); code)
        return badEvent(code);
    if (auto read = readMetadata(top, event); !read)
        return std::unexpected(read.error());
    return event;
}

} // namespace k8s
