// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/fieldlocator.h"

#include <algorithm>

namespace k8s {

namespace {

SpecValue memberIgnoringCase(SpecValue map, const QString &name)
{
    for (SpecValue child : map) {
        if (child.keyString().compare(name, Qt::CaseInsensitive) == 0)
            return child;
    }
    return {};
}

/// [name="x"] or [0]
SpecValue entryOf(SpecValue list, const QString &step)
{
    bool isNumber = false;
    const int number = step.toInt(&isNumber);
    if (isNumber)
        return list.at(number);
    const qsizetype equals = step.indexOf(u'=');
    if (equals < 0)
        return {};
    QString wanted = step.mid(equals + 1);
    wanted.remove(u'"');
    const std::string key = step.first(equals).toStdString();
    for (SpecValue item : list) {
        if (item[key].string() == wanted)
            return item;
    }
    return {};
}

SpecValue stepInto(SpecValue value, const QString &step)
{
    if (value.isList())
        return entryOf(value, step);
    const SpecValue exact = value[step.toStdString()];
    return exact.exists() ? exact : memberIgnoringCase(value, step);
}

} // namespace

QStringList fieldSteps(const QString &field)
{
    QStringList steps;
    QString step;
    const auto close = [&] {
        if (!step.isEmpty())
            steps.append(std::exchange(step, {}));
    };
    for (qsizetype i = 0; i < field.size(); ++i) {
        if (field[i] == u'.') {
            close();
        } else if (field[i] == u'[') {
            close();
            const qsizetype end = field.indexOf(u']', i);
            step = field.sliced(i + 1, (end < 0 ? field.size() : end) - i - 1);
            if (step.startsWith(u'"') && step.endsWith(u'"') && step.size() > 1)
                step = step.sliced(1, step.size() - 2);
            close();
            if (end < 0)
                break;
            i = end;
        } else {
            step += field[i];
        }
    }
    close();
    return steps;
}

FieldPlace placeOf(SpecValue value)
{
    FieldPlace place {.value = value};
    if (!value.exists())
        return place;
    const SpecNode &node = value.node();
    const SpecValue first = value.firstChild();
    if (value.isScalar() && node.length > 0) {
        place.offset = node.offset;
        place.length = node.length;
    } else if (node.keyOffset >= 0) {
        place.offset = node.keyOffset;
        place.length = node.keyLength;
        place.atKey = true;
    } else if (first.exists() && first.node().keyOffset >= 0) {
        place.offset = first.node().keyOffset;
        place.length = first.node().keyLength;
        place.atKey = true;
    } else {
        place.offset = node.offset;
        place.length = 1;
    }
    return place;
}

FieldPlace locateField(const SpecPart &part, const QString &field)
{
    SpecValue value = part.root();
    bool exact = value.exists();
    for (const QString &step : fieldSteps(field)) {
        const SpecValue next = stepInto(value, step);
        if (!next.exists()) {
            exact = false;
            break;
        }
        value = next;
    }
    FieldPlace place = placeOf(value);
    place.exact = exact;
    if (!value.exists())
        place.offset = part.offset();
    return place;
}

} // namespace k8s
