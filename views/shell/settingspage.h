// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace views {

class Appearance;

/// Scheme, language, projector mode, how much disk logs may take. Everything takes effect at once, but for the
/// language.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    /// Languages as locale names ("en", "de"); the current one is empty where the system decides.
    SettingsPage(Appearance &appearance, const QStringList &languages, const QString &language,
                 QWidget *parent = nullptr);

    void setLogLimit(qint64 bytes); ///< 0: automatic

signals:
    void languageChosen(const QString &language);
    void logLimitChosen(qint64 bytes);

private:
    QWidget *makeLogCard();
    void refresh();

    Appearance &m_appearance;
    QComboBox *m_scheme;
    QComboBox *m_language;
    QCheckBox *m_projector;
    QSpinBox *m_logLimit;
};

} // namespace views
