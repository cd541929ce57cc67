// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/linedetailpane.h"

#include "models/core/format.h"
#include "models/logs/linedetail.h"
#include "views/theme/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPlainTextEdit>
#include <QTimeZone>
#include <QToolButton>

namespace views {

using namespace Qt::StringLiterals;

LineDetailPane::LineDetailPane(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel({}, TextRole::Caption, this))
    , m_text(new QPlainTextEdit(this))
{
    m_title->setMuted(true);
    m_text->setReadOnly(true);
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    m_text->setAccessibleName(tr("The line opened up"));
    auto *copy = new QToolButton(this);
    copy->setIcon(icon(u"copy"_s));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy what is shown here"));
    auto *leave = new QToolButton(this);
    leave->setIcon(icon(u"cross"_s));
    leave->setAutoRaise(true);
    leave->setToolTip(tr("Close (Esc)"));
    auto *head = new QHBoxLayout;
    head->setSpacing(space::xs);
    head->addWidget(m_title, 1);
    head->addWidget(copy);
    head->addWidget(leave);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
    applyFont();
    connect(copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(leave, &QToolButton::clicked, this, &LineDetailPane::closed);
}

void LineDetailPane::showLine(const models::LogDocument &document, const models::LogLine &line)
{
    const models::LineDetail detail = models::lineDetail(document.wholeText(line));
    QStringList title {document.sources().value(line.source).label};
    if (line.nanoseconds)
        title
            += QDateTime::fromMSecsSinceEpoch(line.nanoseconds / 1'000'000, QTimeZone::UTC).toString(Qt::ISODateWithMs);
    title += tr("line %1").arg(QLocale().toString(line.number + 1));
    title += models::bytesText(line.bytes);
    if (detail.isJson)
        title += u"JSON"_s;
    if (detail.hiddenBytes > 0)
        title
            += tr("the last %1 are not shown here; Copy and Save have them").arg(models::bytesText(detail.hiddenBytes));
    m_title->setText(title.join(u" · "_s));
    if (detail.text != m_text->toPlainText())
        m_text->setPlainText(detail.text);
}

QString LineDetailPane::text() const { return m_text->toPlainText(); }

QSize LineDetailPane::sizeHint() const { return {400, 180}; }

void LineDetailPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

void LineDetailPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        applyFont();
}

void LineDetailPane::applyFont() { m_text->setFont(views::font(TextRole::Mono)); }

} // namespace views
