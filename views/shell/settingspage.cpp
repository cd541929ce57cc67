// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/settingspage.h"

#include "views/theme/appearance.h"
#include "views/theme/card.h"
#include "views/theme/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLocale>
#include <QSpinBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

SettingsPage::SettingsPage(Appearance &appearance, const QStringList &languages, const QString &language,
                           QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_scheme(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_projector(new QCheckBox(tr("Projector mode: larger type and lines (Ctrl+Shift+P)"), this))
    , m_logLimit(new QSpinBox(this))
{
    m_scheme->addItem(tr("As the system"), int(Scheme::System));
    m_scheme->addItem(tr("Light"), int(Scheme::Light));
    m_scheme->addItem(tr("Dark"), int(Scheme::Dark));
    m_language->addItem(tr("As the system"), QString());
    for (const QString &name : languages)
        m_language->addItem(QLocale(name).nativeLanguageName(), name);
    m_language->setCurrentIndex(qMax(0, m_language->findData(language)));
    auto *note = new Label(tr("A new language is used from the next start."), TextRole::Caption, this);
    note->setMuted(true);
    auto *card = new Card(tr("Appearance"), this);
    card->setMaximumWidth(620);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(space::xl);
    form->setVerticalSpacing(space::m);
    form->addRow(tr("Colours"), m_scheme);
    form->addRow(tr("Language"), m_language);
    form->addRow(QString(), note);
    form->addRow(QString(), m_projector);
    card->body()->addSpacing(space::s);
    card->body()->addLayout(form);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::xl);
    column->setSpacing(space::l);
    column->addWidget(new Label(tr("Settings"), TextRole::Title, this));
    column->addWidget(card);
    column->addWidget(makeLogCard());
    column->addStretch(1);
    refresh();
    connect(&appearance, &Appearance::changed, this, &SettingsPage::refresh);
    connect(m_scheme, &QComboBox::activated, this,
            [this] { m_appearance.setScheme(Scheme(m_scheme->currentData().toInt())); });
    connect(m_language, &QComboBox::activated, this,
            [this] { emit languageChosen(m_language->currentData().toString()); });
    connect(m_projector, &QCheckBox::toggled, &appearance, &Appearance::setProjector);
}

QWidget *SettingsPage::makeLogCard()
{
    m_logLimit->setRange(0, 1024);
    m_logLimit->setSuffix(tr(" GiB"));
    m_logLimit->setSpecialValueText(tr("Automatic"));
    m_logLimit->setAccessibleName(tr("Logs on disk, at most"));
    auto *note
        = new Label(tr("Automatic is 10 GiB, but never more than a tenth of what is free. When it is used up, the "
                       "logs of jobs that ended first are removed first; curves stay."),
                    TextRole::Caption, this);
    note->setMuted(true);
    note->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(space::xl);
    form->setVerticalSpacing(space::m);
    form->addRow(tr("On disk, at most"), m_logLimit);
    form->addRow(note);
    auto *card = new Card(tr("Logs"), this);
    card->setMaximumWidth(620);
    card->body()->addSpacing(space::s);
    card->body()->addLayout(form);
    connect(m_logLimit, &QSpinBox::editingFinished, this,
            [this] { emit logLimitChosen(qint64(m_logLimit->value()) << 30); });
    return card;
}

void SettingsPage::setLogLimit(qint64 bytes) { m_logLimit->setValue(int(bytes >> 30)); }

void SettingsPage::refresh()
{
    const QSignalBlocker block(m_projector);
    m_scheme->setCurrentIndex(m_scheme->findData(int(m_appearance.scheme())));
    m_projector->setChecked(m_appearance.isProjector());
}

} // namespace views
