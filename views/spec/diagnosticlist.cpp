// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/diagnosticlist.h"

#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace views {

using namespace Qt::StringLiterals;
using models::DiagnosticSeverity;
using models::SpecDiagnostic;

namespace {

constexpr int DiagnosticRole = Qt::UserRole + 1;

models::Tone toneOf(DiagnosticSeverity severity)
{
    switch (severity) {
    case DiagnosticSeverity::Error:
        return models::Tone::Bad;
    case DiagnosticSeverity::Warning:
        return models::Tone::Warning;
    case DiagnosticSeverity::Hint:
        break;
    }
    return models::Tone::Busy;
}

QString glyphOf(DiagnosticSeverity severity)
{
    return severity == DiagnosticSeverity::Error ? u"✕"_s : severity == DiagnosticSeverity::Warning ? u"⚠"_s : u"i"_s;
}

QString sourceName(models::DiagnosticSource source)
{
    switch (source) {
    case models::DiagnosticSource::Yaml:
        return QCoreApplication::translate("views::DiagnosticList", "YAML");
    case models::DiagnosticSource::Schema:
        return QCoreApplication::translate("views::DiagnosticList", "schema");
    case models::DiagnosticSource::Rules:
        return QCoreApplication::translate("views::DiagnosticList", "operator rule");
    case models::DiagnosticSource::Server:
        break;
    }
    return QCoreApplication::translate("views::DiagnosticList", "server");
}

QString placeText(const SpecDiagnostic &diagnostic) { return u"%1:%2"_s.arg(diagnostic.line).arg(diagnostic.column); }

QString fixText(const SpecDiagnostic &diagnostic)
{
    return diagnostic.fixes.isEmpty() ? QString() : diagnostic.fixes.first().title;
}

/// The columns of a row; the list and the painter agree on them.
struct RowLayout
{
    QRect glyph, place, text, fix, source;

    RowLayout(const QRect &row, const SpecDiagnostic &diagnostic)
    {
        const QFontMetrics body(font(TextRole::Body));
        const QFontMetrics caption(font(TextRole::Caption));
        const QRect inner = row.adjusted(space::m, 0, -space::m, 0);
        int left = inner.left();
        const auto take = [&](int width) {
            const QRect part(left, inner.top(), width, inner.height());
            left += width + space::s;
            return part;
        };
        glyph = take(space::l);
        place = take(QFontMetrics(font(TextRole::Mono)).horizontalAdvance(u"9999:99"_s));
        const int sourceWidth = caption.horizontalAdvance(sourceName(diagnostic.source));
        source = QRect(inner.right() - sourceWidth, inner.top(), sourceWidth + 1, inner.height());
        int right = source.left() - space::m;
        if (const QString title = fixText(diagnostic); !title.isEmpty()) {
            const int width = std::min(body.horizontalAdvance(title), inner.width() / 3) + space::s;
            fix = QRect(right - width, inner.top(), width, inner.height());
            right = fix.left() - space::m;
        }
        text = QRect(left, inner.top(), std::max(0, right - left), inner.height());
    }
};

class DiagnosticDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, rowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &colors = tokens(option.palette);
        const auto diagnostic = index.data(DiagnosticRole).value<SpecDiagnostic>();
        const RowLayout layout(option.rect, diagnostic);
        const models::Tone tone = toneOf(diagnostic.severity);
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, toneBackground(colors, tone));
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, colors.grid);
        const auto write = [&](const QRect &rect, TextRole role, const QColor &color, const QString &text) {
            painter->setFont(font(role));
            painter->setPen(color);
            painter->drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine, text);
        };
        write(layout.glyph, TextRole::Strong, toneColor(colors, tone), glyphOf(diagnostic.severity));
        write(layout.place, TextRole::Mono, colors.muted, placeText(diagnostic));
        paintSentence(*painter, layout.text, colors, diagnostic);
        if (!layout.fix.isNull())
            write(
                layout.fix, TextRole::Body, colors.accent,
                QFontMetrics(font(TextRole::Body)).elidedText(fixText(diagnostic), Qt::ElideRight, layout.fix.width()));
        write(layout.source, TextRole::Caption, colors.muted, sourceName(diagnostic.source));
        painter->restore();
    }

private:
    static void paintSentence(QPainter &painter, const QRect &rect, const Tokens &colors,
                              const SpecDiagnostic &diagnostic)
    {
        const QFontMetrics metrics(font(TextRole::Body));
        const QString sentence = metrics.elidedText(diagnostic.text, Qt::ElideRight, rect.width());
        painter.setFont(font(TextRole::Body));
        painter.setPen(colors.text);
        painter.drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine, sentence);
        const int used = metrics.horizontalAdvance(sentence) + space::m;
        const QRect rest = rect.adjusted(used, 0, 0, 0);
        if (diagnostic.remedy.isEmpty() || rest.width() < 60)
            return;
        painter.setPen(colors.muted);
        painter.drawText(rest, Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(diagnostic.remedy, Qt::ElideRight, rest.width()));
    }
};

} // namespace

void DiagnosticModel::setDiagnostics(const QList<SpecDiagnostic> &diagnostics)
{
    if (diagnostics == m_diagnostics)
        return;
    beginResetModel();
    m_diagnostics = diagnostics;
    endResetModel();
}

int DiagnosticModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_diagnostics.size());
}

QVariant DiagnosticModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SpecDiagnostic &diagnostic = m_diagnostics[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return u"%1 %2"_s.arg(placeText(diagnostic), diagnostic.text);
    case Qt::ToolTipRole: {
        QStringList lines {diagnostic.text, diagnostic.remedy, diagnostic.path, diagnostic.ruleId};
        lines.removeAll(QString());
        return toolTipText(lines.join(u'\n'));
    }
    case DiagnosticRole:
        return QVariant::fromValue(diagnostic);
    default:
        return {};
    }
}

DiagnosticList::DiagnosticList(QWidget *parent)
    : QListView(parent)
    , m_model(new DiagnosticModel(this))
{
    setObjectName(u"diagnostics"_s);
    setAccessibleName(tr("Problems"));
    setModel(m_model);
    setItemDelegate(new DiagnosticDelegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void DiagnosticList::setDiagnostics(const QList<SpecDiagnostic> &diagnostics)
{
    m_model->setDiagnostics(diagnostics);
    updateGeometry();
}

void DiagnosticList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_model->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setFont(views::font(TextRole::Body));
    painter.setPen(tokens(palette()).muted);
    painter.drawText(viewport()->rect().adjusted(space::l, space::m, -space::l, 0), Qt::AlignLeft | Qt::AlignTop,
                     tr("No problems: what is wrong would stand here, with its line."));
}

QSize DiagnosticList::sizeHint() const { return {400, rowHeight * std::clamp(m_model->rowCount(), 1, 6) + 2}; }

void DiagnosticList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    const SpecDiagnostic diagnostic = m_model->at(index.row());
    const RowLayout layout(visualRect(index), diagnostic);
    if (layout.fix.contains(event->position().toPoint()))
        emit fixRequested(diagnostic.fixes.first());
    else
        emit placeRequested(diagnostic);
}

void DiagnosticList::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!index.isValid() || !enter) {
        QListView::keyPressEvent(event);
        return;
    }
    const SpecDiagnostic diagnostic = m_model->at(index.row());
    if ((event->modifiers() & Qt::AltModifier) && !diagnostic.fixes.isEmpty())
        emit fixRequested(diagnostic.fixes.first());
    else
        emit placeRequested(diagnostic);
}

} // namespace views
