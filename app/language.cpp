// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace app {

void installLanguage(QCoreApplication &application, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    const auto install = [&](const QLocale &wanted, const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&application);
        const bool found = translator->load(wanted, name, u"_"_s, folder);
        if (found)
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
        return found;
    };
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // The sources are English, but their plural forms are in a file of their own: "1 job", "2 jobs".
    if (!install(locale, u"pilothouse"_s, u":/i18n"_s))
        install(QLocale(QLocale::English), u"pilothouse"_s, u":/i18n"_s);
}

} // namespace app
