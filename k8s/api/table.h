// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

namespace k8s {

/// The server's own table of a kind (meta.k8s.io/v1 Table): how kinds that we know nothing about are shown.
struct Table
{
    struct Column
    {
        QString name;
        QString type; ///< string, integer, number, boolean, date
        QString format;
        QString description;
        int priority = 0; ///< 0: always shown; higher: only where there is room

        bool operator==(const Column &) const = default;
    };
    struct Row
    {
        QStringList cells; ///< as the server prints them; as many as columns
        QString ns, name, uid;
        QDateTime created;

        bool operator==(const Row &) const = default;
    };

    QList<Column> columns;
    QList<Row> rows;
    QByteArray resourceVersion, continueToken;
};

/// Accept header that asks for a Table; kinds without one answer with the objects (406 never comes).
inline constexpr char tableAccept[] = "application/json;as=Table;v=v1;g=meta.k8s.io, application/json";

/// Error::Kind::Protocol if the text is not a Table. Pure; any thread.
Result<Table> parseTable(const QByteArray &json);

} // namespace k8s
