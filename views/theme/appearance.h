// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>

class QApplication;

namespace views {

enum class Scheme
{
    System,
    Light,
    Dark
};

/// Dresses the whole application: style, palette, font. Make one in main(), before any widget. Lives in the GUI thread.
class Appearance : public QObject
{
    Q_OBJECT
public:
    explicit Appearance(QApplication &application);

    void setScheme(Scheme scheme);
    Scheme scheme() const { return m_scheme; }
    bool isDark() const;
    /// 25 % larger type and lines, to be read from the last row.
    void setProjector(bool projector);
    bool isProjector() const { return m_projector; }

signals:
    void changed();

private:
    void apply();
    void applyFont();

    QFont m_font;
    Scheme m_scheme = Scheme::System;
    bool m_projector = false;
};

} // namespace views
