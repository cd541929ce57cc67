// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/generic.h"

#include "models/kinds/cells.h"
#include "models/kinds/jobcells.h"
#include "models/kinds/podstatus.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace models {
namespace {

using Views = QList<k8s::JsonView>;

/// One step of a path: a member, or what stands in brackets.
struct Step
{
    QString text;
    bool bracket = false;
};

QList<Step> stepsOf(const QString &path)
{
    QList<Step> steps;
    for (qsizetype i = 0; i < path.size();) {
        if (path[i] == u'[') {
            const qsizetype end = path.indexOf(u']', i);
            if (end < 0)
                return steps;
            steps.append({path.mid(i + 1, end - i - 1), true});
            i = end + 1;
            continue;
        }
        if (path[i] == u'.') {
            ++i;
            continue;
        }
        QString word;
        for (; i < path.size() && path[i] != u'.' && path[i] != u'['; ++i) {
            if (path[i] == u'\\' && i + 1 < path.size())
                ++i; // an escaped dot belongs to the key
            word += path[i];
        }
        steps.append({word, false});
    }
    return steps;
}

QString unquoted(QString text)
{
    text = text.trimmed();
    const bool quoted = text.size() >= 2 && (text[0] == u'\'' || text[0] == u'"') && text.back() == text[0];
    return quoted ? text.sliced(1, text.size() - 2) : text;
}

QString scalarText(const k8s::JsonView &view)
{
    if (!view.exists())
        return {};
    const QByteArray json = view.toJson();
    return json.startsWith('"') ? view.string() : json == "null" ? QString() : QString::fromUtf8(json);
}

void elements(const k8s::JsonView &array, const QString &inside, Views &found)
{
    if (inside == "*"_L1) {
        array.forEach([&found](const k8s::JsonView &one) { found.append(one); });
        return;
    }
    if (inside.startsWith("?(@"_L1)) { // ?(@.type=="Ready")
        const QString test = inside.sliced(3).chopped(inside.endsWith(u')') ? 1 : 0);
        const qsizetype equals = test.indexOf("=="_L1);
        if (equals < 0)
            return;
        const QString path = test.left(equals).trimmed(), wanted = unquoted(test.sliced(equals + 2));
        array.forEach([&](const k8s::JsonView &one) {
            if (valueAt(one, path) == wanted)
                found.append(one);
        });
        return;
    }
    bool ok = false;
    qsizetype index = inside.section(u':', 0, 0).toLongLong(&ok);
    if (!ok) {
        found.append(array[unquoted(inside).toStdString()]);
        return;
    }
    if (index < 0)
        index += array.size();
    if (index >= 0 && index < array.size())
        found.append(array.at(index));
}

Cell printed(const k8s::JsonView &object, const PrinterColumn &column)
{
    const QString value = valueAt(object, column.jsonPath);
    if (column.type == "date"_L1)
        return cells::time(value.toStdString());
    Cell cell {value};
    if (column.type == "integer"_L1 || column.type == "number"_L1)
        cell.sortKey = value.toDouble();
    if (column.name == "State"_L1 || column.name == "Status"_L1 || column.name == "Phase"_L1) {
        const auto state = cells::stateOf(value.toStdString());
        cell = state.shape == StateShape::Unknown ? podStatusCell(value) : cells::jobState(state);
        cell.text = value;
    }
    return cell;
}

/// Where objects without printer columns usually say how they are.
Cell usualState(const k8s::JsonView &object)
{
    for (const auto *path : {".status.phase", ".status.state", ".status.conditions[-1:].type"}) {
        if (const QString word = valueAt(object, QString::fromLatin1(path)); !word.isEmpty())
            return {word, 0, cells::stateOf(word.toStdString()).tone, cells::stateOf(word.toStdString()).shape};
    }
    return {};
}

TableColumn tableColumn(const PrinterColumn &column)
{
    const bool number = column.type == "integer"_L1 || column.type == "number"_L1;
    const bool date = column.type == "date"_L1;
    return {column.name,
            [column](const k8s::JsonView &object) { return printed(object, column); },
            date         ? SortKind::Age
                : number ? SortKind::Number
                         : SortKind::Text,
            date || number ? ColumnAlign::Right : ColumnAlign::Left,
            ColumnLook::Plain,
            14};
}

} // namespace

QString valueAt(const k8s::JsonView &object, const QString &jsonPath)
{
    QString path = jsonPath.trimmed();
    if (path.startsWith(u'{') && path.endsWith(u'}'))
        path = path.sliced(1, path.size() - 2);
    if (path.startsWith(u'$'))
        path = path.sliced(1);
    Views views {object};
    const auto steps = stepsOf(path);
    for (const auto &step : steps) {
        Views next;
        for (const auto &view : std::as_const(views)) {
            if (step.bracket)
                elements(view, step.text, next);
            else
                next.append(view[step.text.toStdString()]);
        }
        views = next;
    }
    QStringList texts;
    for (const auto &view : std::as_const(views)) {
        if (view.exists())
            texts += scalarText(view);
    }
    return texts.join(u',');
}

QList<PrinterColumn> printerColumns(const k8s::JsonView &crd, const QString &version)
{
    QList<PrinterColumn> columns;
    crd.at("spec", "versions").forEach([&](const k8s::JsonView &one) {
        if (one["name"].string() != version)
            return;
        one["additionalPrinterColumns"].forEach([&columns](const k8s::JsonView &column) {
            columns.append({column["name"].string(), column["type"].string(), column["jsonPath"].string(),
                            int(column["priority"].integer())});
        });
    });
    return columns;
}

TableColumns genericColumns(const k8s::ResourceType &type, const QList<PrinterColumn> &printerColumns)
{
    const auto title = [](const char *text) { return QCoreApplication::translate("Kind", text); };
    TableColumns columns;
    columns.append({title(QT_TRANSLATE_NOOP("Kind", "Name")), &cells::name, SortKind::Text, ColumnAlign::Left,
                    ColumnLook::Strong, 0});
    for (const auto &column : printerColumns) {
        if (column.priority == 0 && column.jsonPath != ".metadata.creationTimestamp"_L1)
            columns.append(tableColumn(column));
    }
    if (printerColumns.isEmpty())
        columns.append({title(QT_TRANSLATE_NOOP("Kind", "State")), &usualState, SortKind::Text, ColumnAlign::Left,
                        ColumnLook::State, 14});
    columns.append({title(QT_TRANSLATE_NOOP("Kind", "Age")), &cells::age, SortKind::Age, ColumnAlign::Right,
                    ColumnLook::Plain, 8});
    if (type.namespaced)
        columns.append({title(QT_TRANSLATE_NOOP("Kind", "Namespace")), &cells::ns, SortKind::Text, ColumnAlign::Left,
                        ColumnLook::Muted, 14});
    return columns;
}

} // namespace models
