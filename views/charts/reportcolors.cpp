// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/reportcolors.h"

#include "views/theme/theme.h"

namespace views {

using namespace Qt::StringLiterals;

namespace {

QString properties(const Tokens &colors)
{
    const QList<std::pair<QString, QColor>> named {
        {u"window"_s, colors.window},   {u"surface"_s, colors.surface}, {u"border"_s, colors.border},
        {u"grid"_s, colors.grid},       {u"text"_s, colors.text},       {u"muted"_s, colors.muted},
        {u"good-color"_s, colors.good}, {u"warn-color"_s, colors.warn}, {u"bad-color"_s, colors.bad}};
    QString css = u":root{"_s;
    for (const auto &[name, color] : named)
        css += u"--%1:%2;"_s.arg(name, color.name());
    for (qsizetype i = 0; i < colors.series.size(); ++i)
        css += u"--s%1:%2;"_s.arg(i).arg(colors.series[i].name());
    return css + u'}';
}

} // namespace

QString reportColors()
{
    return properties(tokens(paletteFor(false))) + u"@media (prefers-color-scheme:dark){"_s
        + properties(tokens(paletteFor(true))) + u'}';
}

} // namespace views
