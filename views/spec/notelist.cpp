// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/notelist.h"

#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace views {

using namespace Qt::StringLiterals;
using models::ConversionNote;
using Kind = ConversionNote::Kind;

namespace {

enum NoteRole
{
    KindRole = Qt::UserRole + 1,
    LineRole,
    PathRole,
    SentenceRole,
    RemedyRole
};

models::Tone toneOf(Kind kind)
{
    return kind == Kind::Lost ? models::Tone::Bad : kind == Kind::Changed ? models::Tone::Warning : models::Tone::Good;
}

QString wordOf(Kind kind)
{
    return kind == Kind::Lost   ? QCoreApplication::translate("views::NoteList", "✕ lost")
        : kind == Kind::Changed ? QCoreApplication::translate("views::NoteList", "~ changed")
                                : QCoreApplication::translate("views::NoteList", "✓ kept");
}

class NoteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, rowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &colors = tokens(option.palette);
        const models::Tone tone = toneOf(Kind(index.data(KindRole).toInt()));
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, toneBackground(colors, tone));
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, colors.grid);
        QRect rest = option.rect.adjusted(space::m, 0, -space::m, 0);
        const auto write = [&](TextRole role, const QColor &color, const QString &text, int most) {
            const QFontMetrics metrics(font(role));
            const int room = std::min(most, rest.width());
            const QString shown = metrics.elidedText(text, Qt::ElideRight, room);
            painter->setFont(font(role));
            painter->setPen(color);
            painter->drawText(rest, Qt::AlignVCenter | Qt::TextSingleLine, shown);
            return metrics.horizontalAdvance(shown);
        };
        const auto column = [&](TextRole role, const QColor &color, const QString &text, int width) {
            write(role, color, text, width);
            rest.setLeft(rest.left() + width + space::s);
        };
        const QFontMetrics strong(font(TextRole::Strong));
        const QFontMetrics mono(font(TextRole::Mono));
        column(TextRole::Strong, toneColor(colors, tone), wordOf(Kind(index.data(KindRole).toInt())),
               strong.horizontalAdvance(wordOf(Kind::Changed)));
        column(TextRole::Mono, colors.muted, index.data(LineRole).toString(), mono.horizontalAdvance(u"99999"_s));
        column(TextRole::Mono, colors.text, index.data(PathRole).toString(), rest.width() / 3);
        const int used = write(TextRole::Body, colors.text, index.data(SentenceRole).toString(), rest.width());
        rest.setLeft(rest.left() + used + space::m);
        if (rest.width() > 60)
            write(TextRole::Body, colors.muted, index.data(RemedyRole).toString(), rest.width());
        painter->restore();
    }
};

} // namespace

void NoteModel::setNotes(const QList<ConversionNote> &notes)
{
    beginResetModel();
    m_notes = notes;
    std::ranges::stable_sort(m_notes, std::greater {}, &ConversionNote::kind);
    endResetModel();
}

int NoteModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_notes.size()); }

QVariant NoteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConversionNote &note = m_notes[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return u"%1, %2: %3 %4"_s.arg(wordOf(note.kind)).arg(note.line).arg(note.path, note.text);
    case Qt::ToolTipRole: {
        QStringList lines {note.path, note.text, note.remedy};
        lines.removeAll(QString());
        return toolTipText(lines.join(u'\n'));
    }
    case KindRole:
        return int(note.kind);
    case LineRole:
        return QString::number(note.line);
    case PathRole:
        return note.path;
    case SentenceRole:
        return note.text;
    case RemedyRole:
        return note.remedy;
    default:
        return {};
    }
}

NoteList::NoteList(QWidget *parent)
    : QListView(parent)
    , m_model(new NoteModel(this))
{
    setObjectName(u"conversionNotes"_s);
    setAccessibleName(tr("What became of the fields"));
    setModel(m_model);
    setItemDelegate(new NoteDelegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto choose = [this](const QModelIndex &index) {
        if (index.isValid())
            emit noteChosen(m_model->at(index.row()));
    };
    connect(this, &QListView::clicked, this, choose);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, choose);
}

} // namespace views
