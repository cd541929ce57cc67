// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/appearance.h"

#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QStyleHints>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace views {

namespace {

/// Inter where it is installed, else what the system says; never smaller than one reads at arm's length.
QFont interfaceFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (QFontDatabase::hasFamily(u"Inter"_s))
        font.setFamilies({u"Inter"_s});
    font.setPointSizeF(qMax(10.0, font.pointSizeF()));
    font.setHintingPreference(QFont::PreferNoHinting);
    // Figures in tables and counters must not dance: one width for all digits everywhere.
    font.setFeature(QFont::Tag("tnum"), 1);
    return font;
}

} // namespace

Appearance::Appearance(QApplication &application)
    : QObject(&application)
    , m_font(interfaceFont())
{
    QApplication::setStyle(new Style);
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_scheme == Scheme::System)
            apply();
    });
    applyFont();
    apply();
}

bool Appearance::isDark() const
{
    if (m_scheme == Scheme::System)
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    return m_scheme == Scheme::Dark;
}

void Appearance::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    apply();
}

void Appearance::setProjector(bool projector)
{
    m_projector = projector;
    applyFont();
    emit changed();
}

void Appearance::apply()
{
    QApplication::setPalette(paletteFor(isDark()));
    emit changed();
}

void Appearance::applyFont()
{
    QFont font = m_font;
    if (m_projector)
        font.setPointSizeF(font.pointSizeF() * 1.25);
    QApplication::setFont(font);
    // Qt tells windows only, and a label with a font of its own hears nothing from its window.
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QEvent event(QEvent::ApplicationFontChange);
        QCoreApplication::sendEvent(widget, &event);
    }
}

} // namespace views
