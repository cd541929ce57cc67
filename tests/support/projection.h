// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/watch/protojson.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tests {

/// What is left of an object's JSON if only the fields of a protobuf message table are kept.
inline QJsonObject projected(const QJsonObject &object, const k8s::ProtoMessage &message)
{
    QJsonObject result;
    for (const auto &field : message.fields) {
        const auto key = QString::fromLatin1(field.key.data(), qsizetype(field.key.size()));
        const auto value = object.value(key);
        if (value.isUndefined())
            continue;
        if (field.type == k8s::ProtoType::Message) {
            result[key] = projected(value.toObject(), *field.message);
        } else if (field.type == k8s::ProtoType::Messages) {
            QJsonArray array;
            for (const auto &element : value.toArray())
                array += projected(element.toObject(), *field.message);
            result[key] = array;
        } else {
            result[key] = value;
        }
    }
    return result;
}

} // namespace tests
