// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace app {

/// What is remembered between starts: an INI file under the XDG configuration folder, and the unsaved spec text under
/// the data folder. No credential is ever written. GUI thread.
class Settings
{
public:
    /// Empty paths: the user's own folders.
    explicit Settings(const QString &configFile = {}, const QString &dataFolder = {});

    QString scheme() const; ///< "system", "light", "dark"
    void setScheme(const QString &scheme);
    QString language() const; ///< "" : as the system
    void setLanguage(const QString &language);
    bool projector() const;
    void setProjector(bool projector);
    bool railCollapsed() const;
    void setRailCollapsed(bool collapsed);
    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    QString lastPage() const;
    void setLastPage(const QString &page);
    QString lastContext() const;
    void setLastContext(const QString &context);
    qint64 logLimit() const; ///< bytes that spooled logs may take on disk; 0: automatic
    void setLogLimit(qint64 bytes);
    QString ns(const QString &context) const; ///< the namespace chosen last in a context; "*": all
    void setNamespace(const QString &context, const QString &ns);

    QString prometheus(const QString &context) const; ///< address of a configured Prometheus; empty: none
    void setPrometheus(const QString &context, const QString &address);

    /// What stands in the editor, kept over a crash; written atomically, readable by the user only.
    QString draft() const;
    void setDraft(const QString &yaml);

private:
    QString draftFile() const;

    QSettings m_store;
    QString m_dataFolder;
};

} // namespace app
