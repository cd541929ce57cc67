// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QHash>

using namespace Qt::StringLiterals;

namespace views {

namespace {

QColor mix(const QColor &over, const QColor &under, double share)
{
    const auto channel = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return QColor(channel(over.red(), under.red()), channel(over.green(), under.green()),
                  channel(over.blue(), under.blue()));
}

Tokens lightTokens()
{
    Tokens t;
    t.window = QColor(0xF5F6F8);
    t.surface = t.raised = QColor(0xFFFFFF);
    t.border = QColor(0xDDE1E7);
    t.grid = QColor(0xEBEEF2);
    t.text = QColor(0x1B1F24);
    t.muted = QColor(0x57606C);
    t.faint = QColor(0x7C8694);
    t.accent = QColor(0x2563D4);
    t.good = QColor(0x187A48);
    t.warn = QColor(0x8A5D00);
    t.bad = QColor(0xC0283A);
    for (const auto rgb : {0x0F6CBD, 0xC4490B, 0x0B7F5C, 0x8E44AD, 0xA16600, 0x0E7490, 0xB4275E, 0x4D5B6A})
        t.series.append(QColor(rgb));
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.dark = true;
    t.window = QColor(0x14171C);
    t.surface = QColor(0x1B1F26);
    t.raised = QColor(0x232830);
    t.border = QColor(0x323944);
    t.grid = QColor(0x2A303A);
    t.text = QColor(0xE8EBF0);
    t.muted = QColor(0xA9B2BE);
    t.faint = QColor(0x7E8896);
    t.accent = QColor(0x7AA8FF);
    t.good = QColor(0x4CC38A);
    t.warn = QColor(0xE2B93B);
    t.bad = QColor(0xFF8089);
    for (const auto rgb : {0x5EB0FF, 0xFF9B5C, 0x43D3A2, 0xD29BFF, 0xF2C14E, 0x5AD1E6, 0xFF86B0, 0xB5C0CE})
        t.series.append(QColor(rgb));
    return t;
}

const Tokens &tokensFor(bool dark)
{
    static const Tokens light = lightTokens();
    static const Tokens night = darkTokens();
    return dark ? night : light;
}

QString monospaceFamily()
{
    static const QString family = QFontDatabase::hasFamily(u"JetBrains Mono"_s)
        ? u"JetBrains Mono"_s
        : QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    return family;
}

QFont makeFont(TextRole role, QFont f)
{
    const auto scale = [&f](double factor, QFont::Weight weight) {
        f.setPointSizeF(f.pointSizeF() * factor);
        f.setWeight(weight);
    };
    switch (role) {
    case TextRole::Caption:
        scale(0.85, QFont::Normal);
        break;
    case TextRole::Body:
        break;
    case TextRole::Strong:
        scale(1, QFont::DemiBold);
        break;
    case TextRole::Section:
        scale(1.15, QFont::DemiBold);
        break;
    case TextRole::Title:
        scale(1.5, QFont::DemiBold);
        break;
    case TextRole::Figure:
        scale(2.2, QFont::DemiBold);
        f.setFeature(QFont::Tag("tnum"), 1);
        break;
    case TextRole::Mono:
        f.setFamilies({monospaceFamily()});
        f.setStyleHint(QFont::Monospace);
        f.setFixedPitch(true);
        break;
    }
    return f;
}

} // namespace

const Tokens &tokens(const QPalette &palette) { return tokensFor(palette.color(QPalette::Base).lightness() < 128); }

QPalette paletteFor(bool dark)
{
    const Tokens &t = tokensFor(dark);
    QPalette p;
    const auto set = [&p](std::initializer_list<QPalette::ColorRole> roles, const QColor &color) {
        for (const auto role : roles)
            p.setColor(role, color);
    };
    set({QPalette::Window}, t.window);
    set({QPalette::Base}, t.surface);
    set({QPalette::AlternateBase}, mix(t.grid, t.surface, 0.5));
    set({QPalette::Button, QPalette::ToolTipBase}, t.raised);
    set({QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText},
        t.text);
    set({QPalette::PlaceholderText}, t.muted);
    set({QPalette::Highlight}, mix(t.accent, t.surface, dark ? 0.28 : 0.16));
    set({QPalette::HighlightedText}, t.text);
    set({QPalette::Accent, QPalette::Link, QPalette::LinkVisited}, t.accent);
    set({QPalette::Mid, QPalette::Dark}, t.border);
    set({QPalette::Midlight, QPalette::Light}, t.grid);
    set({QPalette::Shadow}, mix(QColor(Qt::black), t.border, dark ? 0.6 : 0.2));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, t.faint);
    return p;
}

QColor toneColor(const Tokens &tokens, models::Tone tone)
{
    switch (tone) {
    case models::Tone::Good:
        return tokens.good;
    case models::Tone::Busy:
        return tokens.accent;
    case models::Tone::Waiting:
    case models::Tone::Warning:
        return tokens.warn;
    case models::Tone::Bad:
        return tokens.bad;
    case models::Tone::Neutral:
        break;
    }
    return tokens.muted;
}

QColor toneBackground(const Tokens &tokens, models::Tone tone)
{
    return mix(toneColor(tokens, tone), tokens.surface, tokens.dark ? 0.16 : 0.10);
}

QColor seriesColor(const Tokens &tokens, int rank)
{
    const auto count = static_cast<int>(tokens.series.size());
    return tokens.series.at(((rank % count) + count) % count);
}

QFont font(TextRole role)
{
    // What Qt finds out about a font belongs to it and its copies; for a new one it looks again, which takes as long as
    // painting some lines with it.
    static QFont base;
    static QHash<int, QFont> made; // by role
    if (const QFont now = QApplication::font(); !base.isCopyOf(now)) {
        base = now;
        made.clear();
    }
    const auto known = made.constFind(int(role));
    return known != made.cend() ? *known : *made.insert(int(role), makeFont(role, base));
}

QString shapeGlyph(models::StateShape shape)
{
    switch (shape) {
    case models::StateShape::Running:
        return u"●"_s;
    case models::StateShape::Succeeded:
        return u"✓"_s;
    case models::StateShape::Failed:
        return u"✕"_s;
    case models::StateShape::Pending:
        return u"◔"_s;
    case models::StateShape::Suspended:
        return u"‖"_s;
    case models::StateShape::Restarting:
        return u"↻"_s;
    case models::StateShape::Unknown:
        return u"?"_s;
    case models::StateShape::None:
        break;
    }
    return {};
}

} // namespace views
