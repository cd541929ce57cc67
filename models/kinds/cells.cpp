// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/cells.h"

#include "models/core/format.h"

namespace models::cells {

Cell name(const k8s::JsonView &object) { return {object.at("metadata", "name").string()}; }

Cell ns(const k8s::JsonView &object) { return {object.at("metadata", "namespace").string()}; }

Cell age(const k8s::JsonView &object) { return time(object.at("metadata", "creationTimestamp").text()); }

Cell number(qint64 value) { return {QString::number(value), double(value)}; }

Cell text(const QString &text, Tone tone) { return {text, 0, tone}; }

Cell time(std::string_view text) { return {{}, epochSeconds(text)}; }

Cell ratio(int have, int want)
{
    if (want <= 0)
        return {};
    return {QString::number(have) + u'/' + QString::number(want), double(have) / want};
}

} // namespace models::cells
