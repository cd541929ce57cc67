// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/comparedelegate.h"

#include "models/jobs/comparetable.h"
#include "views/theme/theme.h"

namespace views {

using namespace Qt::StringLiterals;

void CompareDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->rect.adjust(space::xs, 0, -space::xs, 0); // in line with the header
    const Tokens &colors = tokens(option->palette);
    option->text.replace(u'\n', u' ');
    option->textElideMode = index.column() == 0 ? Qt::ElideMiddle : Qt::ElideRight;
    const bool best = index.data(models::CompareTable::BestRole).toBool();
    if (best) {
        option->font = views::font(TextRole::Strong);
        option->text += u" ✓"_s;
    }
    const QColor color = best ? colors.good : index.column() == 0 ? colors.muted : colors.text;
    for (const auto role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, color);
}

} // namespace views
