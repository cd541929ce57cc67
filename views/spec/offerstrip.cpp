// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/offerstrip.h"

#include "views/spec/convertpage.h"
#include "views/spec/yamleditor.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QThreadPool>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr int considerDelay = 250; // ms after the last key: no one waits for it

} // namespace

OfferStrip::OfferStrip(YamlEditor &editor, QStackedWidget &stack, int studio, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_stack(stack)
    , m_studio(studio)
    , m_page(new ConvertPage)
    , m_sentence(new Label)
    , m_convert(new QPushButton(tr("Convert…")))
    , m_close(new QPushButton(icon(u"cross"_s), {}))
{
    setObjectName(u"convertStrip"_s);
    m_sentence->setMuted(true);
    m_convert->setObjectName(u"convert"_s);
    m_close->setObjectName(u"convertDecline"_s);
    m_close->setAccessibleName(tr("Do not offer this"));
    m_close->setToolTip(tr("Do not offer this"));
    setButtonRole(m_close, ButtonRole::Flat);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(m_sentence);
    layout->addWidget(m_convert);
    layout->addWidget(m_close);
    layout->addStretch(1);
    m_stack.addWidget(m_page);
    m_delay.setSingleShot(true);
    m_delay.setInterval(considerDelay);
    connect(&m_editor, &QPlainTextEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_delay, &QTimer::timeout, this, &OfferStrip::consider);
    connect(&m_stack, &QStackedWidget::currentChanged, this, &OfferStrip::refresh);
    connect(m_convert, &QPushButton::clicked, this, &OfferStrip::open);
    connect(m_close, &QPushButton::clicked, this, [this] {
        m_declined = m_offers;
        refresh();
    });
    connect(m_page, &ConvertPage::backRequested, this, [this] { m_stack.setCurrentIndex(m_studio); });
    connect(m_page, &ConvertPage::resultAccepted, this, [this](const QString &text) {
        m_editor.replaceText(text);
        m_stack.setCurrentIndex(m_studio);
        m_editor.setFocus();
    });
    hide();
}

void OfferStrip::consider()
{
    const QPointer<OfferStrip> strip(this);
    QThreadPool::globalInstance()->start([strip, utf8 = m_editor.toPlainText().toUtf8(), number = ++m_generation] {
        const QList<models::ConversionOffer> offers = models::conversionOffers(utf8);
        QMetaObject::invokeMethod(
            qApp,
            [strip, offers, number] {
                if (strip && strip->m_generation == number)
                    strip->take(offers);
            },
            Qt::QueuedConnection);
    });
}

void OfferStrip::take(const QList<models::ConversionOffer> &offers)
{
    m_offers = offers;
    refresh();
}

void OfferStrip::refresh()
{
    const bool offered = !m_offers.isEmpty() && m_offers != m_declined && m_stack.currentIndex() == m_studio;
    if (offered)
        m_sentence->setText(tr("%1 can be written as a %2.").arg(m_offers.first().from, m_offers.first().to));
    setVisible(offered);
}

void OfferStrip::open()
{
    m_page->showConversion(m_editor.toPlainText(), m_offers.first());
    m_stack.setCurrentWidget(m_page);
}

} // namespace views
