// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString defaultConfigFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/pilothouse/pilothouse.ini"_s;
}

QString defaultDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/pilothouse"_s;
}

/// A context's name may hold slashes, which QSettings would take for groups.
QString keyFor(const QString &context, QLatin1StringView group = "namespaces"_L1)
{
    return group + u'/' + QString::fromLatin1(context.toUtf8().toPercentEncoding());
}

} // namespace

Settings::Settings(const QString &configFile, const QString &dataFolder)
    : m_store(configFile.isEmpty() ? defaultConfigFile() : configFile, QSettings::IniFormat)
    , m_dataFolder(dataFolder.isEmpty() ? defaultDataFolder() : dataFolder)
{
}

QString Settings::scheme() const { return m_store.value("scheme"_L1, u"system"_s).toString(); }
void Settings::setScheme(const QString &scheme) { m_store.setValue("scheme"_L1, scheme); }
QString Settings::language() const { return m_store.value("language"_L1).toString(); }
void Settings::setLanguage(const QString &language) { m_store.setValue("language"_L1, language); }
bool Settings::projector() const { return m_store.value("projector"_L1).toBool(); }
void Settings::setProjector(bool projector) { m_store.setValue("projector"_L1, projector); }
bool Settings::railCollapsed() const { return m_store.value("railCollapsed"_L1).toBool(); }
void Settings::setRailCollapsed(bool collapsed) { m_store.setValue("railCollapsed"_L1, collapsed); }
QByteArray Settings::geometry() const { return m_store.value("geometry"_L1).toByteArray(); }
void Settings::setGeometry(const QByteArray &geometry) { m_store.setValue("geometry"_L1, geometry); }
QString Settings::lastPage() const { return m_store.value("lastPage"_L1).toString(); }
void Settings::setLastPage(const QString &page) { m_store.setValue("lastPage"_L1, page); }
QString Settings::lastContext() const { return m_store.value("lastContext"_L1).toString(); }
void Settings::setLastContext(const QString &context) { m_store.setValue("lastContext"_L1, context); }
qint64 Settings::logLimit() const { return m_store.value("logLimit"_L1).toLongLong(); }
void Settings::setLogLimit(qint64 bytes) { m_store.setValue("logLimit"_L1, bytes); }
QString Settings::ns(const QString &context) const { return m_store.value(keyFor(context)).toString(); }
void Settings::setNamespace(const QString &context, const QString &ns) { m_store.setValue(keyFor(context), ns); }

QString Settings::prometheus(const QString &context) const
{
    return m_store.value(keyFor(context, "prometheus"_L1)).toString();
}
void Settings::setPrometheus(const QString &context, const QString &address)
{
    m_store.setValue(keyFor(context, "prometheus"_L1), address);
}

QString Settings::draftFile() const { return m_dataFolder + u"/draft.yaml"_s; }

QString Settings::draft() const
{
    QFile file(draftFile());
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void Settings::setDraft(const QString &yaml)
{
    QDir().mkpath(m_dataFolder);
    QSaveFile file(draftFile());
    if (!file.open(QIODevice::WriteOnly))
        return; // a full or read-only disk: the editor still holds the text
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(yaml.toUtf8());
    file.commit();
}

} // namespace app
