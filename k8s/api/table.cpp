// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/api/table.h"

#include "k8s/core/jsonview.h"

namespace k8s {

using namespace Qt::StringLiterals;

namespace {

/// Strings as they are, everything else as JSON writes it, nothing for null.
QString cellText(JsonView cell)
{
    const auto json = cell.toJson();
    if (json.startsWith('"'))
        return cell.string();
    return json == "null" ? QString() : QString::fromUtf8(json);
}

Table::Column column(JsonView json)
{
    return {.name = json["name"].string(),
            .type = json["type"].string(),
            .format = json["format"].string(),
            .description = json["description"].string(),
            .priority = int(json["priority"].integer())};
}

Table::Row row(JsonView json, qsizetype columns)
{
    Table::Row row;
    json["cells"].forEach([&](JsonView cell) { row.cells += cellText(cell); });
    row.cells.resize(columns);
    const auto metadata = json.at("object", "metadata");
    row.ns = metadata["namespace"].string();
    row.name = metadata["name"].string();
    row.uid = metadata["uid"].string();
    row.created = QDateTime::fromString(metadata["creationTimestamp"].string(), Qt::ISODate);
    return row;
}

} // namespace

Result<Table> parseTable(const QByteArray &json)
{
    JsonDocument document;
    const auto top = document.parse({json.constData(), size_t(json.size())});
    if (top["kind"].text() != "Table") {
        return std::unexpected(
            Error {.kind = Error::Kind::Protocol,
                   .message = document.errorText().isEmpty() ? u"the answer is not a Table"_s : document.errorText()});
    }
    Table table;
    top["columnDefinitions"].forEach([&](JsonView each) { table.columns += column(each); });
    top["rows"].forEach([&](JsonView each) { table.rows += row(each, table.columns.size()); });
    table.resourceVersion = top.at("metadata", "resourceVersion").string().toLatin1();
    table.continueToken = top.at("metadata", "continue").string().toLatin1();
    return table;
}

} // namespace k8s
