// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/commandpalette.h"

#include "views/shell/fuzzy.h"
#include "views/theme/labels.h"
#include "views/theme/paint.h"

#include <QAbstractListModel>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {
constexpr int visibleRows = 9;
constexpr int paletteWidth = 620;

int rowHeightOf(const QFontMetrics &metrics) { return metrics.height() + 16; }

} // namespace

/// The entries that match, best first.
class CommandPalette::Entries : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    struct Hit
    {
        qsizetype entry;
        int score;
        QList<int> places;
    };

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_hits.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return at(index.row()).text;
        return {};
    }
    const PaletteEntry &at(int row) const { return m_entries.at(m_hits.at(row).entry); }
    const QList<int> &placesAt(int row) const { return m_hits.at(row).places; }

    void setEntries(QList<PaletteEntry> entries)
    {
        m_entries = std::move(entries);
        setFilter({});
    }

    void setFilter(const QString &typed)
    {
        beginResetModel();
        m_hits.clear();
        for (qsizetype i = 0; i < m_entries.size(); ++i) {
            Hit hit {.entry = i, .score = 0, .places = {}};
            if (!typed.trimmed().isEmpty())
                hit.score = fuzzyScore(typed.trimmed(), m_entries.at(i).text, &hit.places);
            if (hit.score >= 0)
                m_hits.append(hit);
        }
        std::ranges::stable_sort(m_hits, std::greater {}, &Hit::score);
        endResetModel();
    }

private:
    QList<PaletteEntry> m_entries;
    QList<Hit> m_hits;
};

class CommandPalette::Delegate : public QStyledItemDelegate
{
public:
    Delegate(const Entries &entries, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_entries(entries)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {paletteWidth, rowHeightOf(option.fontMetrics)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const PaletteEntry &entry = m_entries.at(index.row());
        const Tokens &t = tokens(option.palette);
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen)
            paintPanel(painter, QRectF(option.rect).adjusted(4, 1, -4, -1), option.palette.color(QPalette::Highlight),
                       {}, 6);
        const int middle = option.rect.center().y();
        const QRect iconRect(option.rect.left() + space::l, middle - 8, 18, 18);
        icon(entry.iconName).paint(painter, iconRect, Qt::AlignCenter, chosen ? QIcon::Active : QIcon::Normal);
        QRect rest = option.rect.adjusted(space::l + 18 + space::m, 0, -space::l, 0);
        painter->setFont(views::font(TextRole::Caption));
        painter->setPen(t.muted);
        const QString keys = entry.shortcut.toString(QKeySequence::NativeText);
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignRight, keys.isEmpty() ? entry.detail : keys);
        rest.setRight(rest.right() - painter->fontMetrics().horizontalAdvance(keys.isEmpty() ? entry.detail : keys)
                      - space::m);
        paintName(painter, rest, entry.text, m_entries.placesAt(index.row()), t, option.font);
    }

private:
    /// The letters that were typed stand out.
    static void paintName(QPainter *painter, const QRect &rect, const QString &text, const QList<int> &places,
                          const Tokens &t, const QFont &plain)
    {
        QFont strong = plain;
        strong.setWeight(QFont::DemiBold);
        double x = rect.left();
        for (int i = 0; i < text.size();) {
            const bool hit = places.contains(i);
            int end = i;
            while (end < text.size() && places.contains(end) == hit)
                ++end;
            const QString part = text.sliced(i, end - i);
            painter->setFont(hit ? strong : plain);
            painter->setPen(hit ? t.accent : t.text);
            const QRectF room(x, rect.top(), rect.right() - x, rect.height());
            if (room.width() <= 0)
                return;
            painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                              painter->fontMetrics().elidedText(part, Qt::ElideRight, int(room.width())));
            x += QFontMetricsF(painter->font()).horizontalAdvance(part);
            i = end;
        }
    }

    const Entries &m_entries;
};

CommandPalette::CommandPalette(QWidget *parent)
    : QFrame(parent)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new Label(tr("Nothing has this name."), TextRole::Body, this))
    , m_entries(new Entries(this))
{
    setAccessibleName(tr("Command palette"));
    m_field->setPlaceholderText(tr("Search or run…"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_list->setModel(m_entries);
    m_list->setItemDelegate(new Delegate(*m_entries, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_nothing->setMuted(true);
    m_nothing->setContentsMargins(space::l, space::s, space::l, space::s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    column->setSpacing(space::s);
    column->addWidget(m_field);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    m_field->installEventFilter(this);
    parent->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::setFilter);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    hide();
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::setSource(Source source) { m_source = std::move(source); }

void CommandPalette::open()
{
    m_entries->setEntries(m_source ? m_source() : QList<PaletteEntry>());
    m_field->clear();
    setFilter({});
    m_before = QApplication::focusWidget();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::setFilter(const QString &typed)
{
    m_entries->setFilter(typed);
    m_list->setCurrentIndex(m_entries->index(0));
    m_list->setVisible(count() > 0);
    m_nothing->setVisible(count() == 0);
    place();
}

int CommandPalette::count() const { return m_entries->rowCount(); }

QString CommandPalette::entryAt(int row) const { return row >= 0 && row < count() ? m_entries->at(row).id : QString(); }

void CommandPalette::choose(int row)
{
    const QString id = entryAt(row);
    if (id.isEmpty())
        return;
    leave();
    emit chosen(id);
}

void CommandPalette::leave()
{
    // Hiding what has the focus would hand it to whatever comes next.
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    hide();
}

void CommandPalette::place()
{
    const int rows = qMin(count(), visibleRows);
    m_list->setFixedHeight(rows * rowHeightOf(fontMetrics()) + 2);
    const int width = qMin(paletteWidth, parentWidget()->width() - 2 * space::l);
    setGeometry((parentWidget()->width() - width) / 2, 56, width, layout()->sizeHint().height());
}

void CommandPalette::moveBy(int step)
{
    if (count() == 0)
        return;
    const int row = (m_list->currentIndex().row() + step + count()) % count();
    m_list->setCurrentIndex(m_entries->index(row));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && QApplication::activePopupWidget() == nullptr)
        hide();
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex().row());
        return true;
    case Qt::Key_Escape:
        leave();
        return true;
    default:
        return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(palette());
    paintPanel(&painter, rect(), t.raised, t.border, cardRadius);
}

} // namespace views
