// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace views {

class Appearance;

/// Scheme, language, projector mode. Everything takes effect at once, but for the language.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    /// Languages as locale names ("en", "de"); the current one is empty where the system decides.
    SettingsPage(Appearance &appearance, const QStringList &languages, const QString &language,
                 QWidget *parent = nullptr);

signals:
    void languageChosen(const QString &language);

private:
    void refresh();

    Appearance &m_appearance;
    QComboBox *m_scheme;
    QComboBox *m_language;
    QCheckBox *m_projector;
};

} // namespace views
