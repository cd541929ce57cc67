// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/result.h"

#include <span>
#include <string>
#include <string_view>

namespace k8s {

struct ProtoMessage;

enum class ProtoType : quint8
{
    String,
    Bool,
    Integer,
    Time, ///< metav1.Time: seconds
    MicroTime, ///< metav1.MicroTime: six decimals
    Message,
    Strings, ///< repeated string
    Messages, ///< repeated message
    StringMap, ///< map<string, string>
    QuantityMap, ///< map<string, resource.Quantity>
};

/// One field that is carried over from protobuf to JSON. Numbers come from the API's generated.proto, names and
/// whether an empty value is written (no omitempty) from its types.go.
struct ProtoField
{
    quint32 number = 0;
    std::string_view key;
    ProtoType type = ProtoType::String;
    bool always = false; ///< written even if empty, 0 or false
    const ProtoMessage *message = nullptr;
};

struct ProtoMessage
{
    std::span<const ProtoField> fields;
};

/// What is carried over of a kind: enough for tables, derived state and triage, not the whole object. Null: unknown
/// kind.
const ProtoMessage *protoMessageOf(std::string_view apiVersion, std::string_view kind);

/// Writes JSON of the API's own shape from a protobuf message: fields that the message table does not name are left
/// out. Appends to `json`. Bytes that are not UTF-8 become U+FFFD, as Go's encoder does.
Result<> appendProtoAsJson(std::string_view bytes, const ProtoMessage &message, std::string &json);

/// A whole object with its apiVersion and kind.
Result<> protoObjectToJson(std::string_view bytes, std::string_view apiVersion, std::string_view kind,
                           std::string &json);

} // namespace k8s
