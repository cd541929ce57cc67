// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_core
// The German texts are complete: every text in the sources is in the file, translated, with the same placeholders.
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void everyTextIsFoundAtRunTime();
    void germanKeepsPlaceholders();

private:
    struct Message
    {
        QString context, source;
        QStringList translations;
        bool finished = true;
        bool plural = false;
    };
    static QList<Message> read(const QString &fileName);

    QHash<QString, QList<Message>> m_messages; // by language
    QString m_said; // lupdate's warnings
};

/// What lupdate would write now: the files in the tree may be older than the sources.
void TestTranslations::initTestCase()
{
    const QString lupdate = QLibraryInfo::path(QLibraryInfo::BinariesPath) + "/lupdate";
    QVERIFY2(QFile::exists(lupdate), qPrintable(lupdate));
    const QTemporaryDir folder;
    const QStringList languages {"de", "en"};
    QStringList arguments {SOURCE_DIR "/k8s",
                           SOURCE_DIR "/models",
                           SOURCE_DIR "/views",
                           SOURCE_DIR "/app",
                           "-I",
                           SOURCE_DIR,
                           "-no-obsolete",
                           "-silent",
                           "-ts"};
    for (const QString &language : languages) {
        const QString name = "/pilothouse_" + language + ".ts";
        QVERIFY(QFile::copy(SOURCE_DIR "/translations" + name, folder.path() + name));
        arguments.append(folder.path() + name);
    }
    QProcess process;
    process.start(lupdate, arguments);
    const bool ended = process.waitForFinished(50000) && process.exitCode() == 0;
    m_said = process.readAllStandardError();
    QVERIFY2(ended, qPrintable(m_said));
    for (const QString &language : languages)
        m_messages[language] = read(folder.path() + "/pilothouse_" + language + ".ts");
}

QList<TestTranslations::Message> TestTranslations::read(const QString &fileName)
{
    QFile file(fileName);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            messages.append({.context = context,
                             .source = {},
                             .translations = {},
                             .plural = xml.attributes().value("numerus") == u"yes"});
        else if (xml.name() == u"source")
            messages.last().source = xml.readElementText();
        else if (xml.name() == u"numerusform")
            messages.last().translations << xml.readElementText();
        else if (xml.name() == u"translation") {
            messages.last().finished = !xml.attributes().hasAttribute("type");
            if (!messages.last().plural)
                messages.last().translations << xml.readElementText();
        }
    }
    return messages;
}

void TestTranslations::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("pluralsOnly");
    QTest::newRow("German") << "de" << false;
    QTest::newRow("English plurals") << "en" << true;
}

void TestTranslations::everyTextIsTranslated()
{
    QFETCH(QString, language);
    QFETCH(bool, pluralsOnly);
    QList<Message> messages = m_messages[language];
    if (pluralsOnly) // English needs no other texts than those in the sources
        messages.removeIf([](const Message &message) { return !message.plural; });
    QVERIFY(messages.size() > (pluralsOnly ? 5 : 200));
    int missing = 0;
    for (const Message &message : std::as_const(messages)) {
        const bool complete = message.finished && !message.translations.isEmpty()
            && !message.translations.contains(QString()) && (!message.plural || message.translations.size() == 2);
        if (complete)
            continue;
        ++missing;
        qWarning().noquote() << message.context << "|" << message.source;
    }
    QVERIFY2(missing == 0, "ninja update_translations, then fill translations/*.ts");
}

void TestTranslations::everyTextIsFoundAtRunTime()
{
    // Where lupdate takes another class for a text's context than tr() will, the translation is there and never shown.
    static const QRegularExpression wrongContext("[^\n]*(lacks Q_OBJECT|unknown namespace/class)[^\n]*");
    const auto found = wrongContext.match(m_said);
    QVERIFY2(!found.hasMatch(), qPrintable(found.captured()));
}

void TestTranslations::germanKeepsPlaceholders()
{
    static const QRegularExpression placeholder("%[1-9]|%L[1-9]");
    const auto found = [](const QString &text) {
        QSet<QString> set;
        for (auto it = placeholder.globalMatch(text); it.hasNext();)
            set.insert(it.next().captured());
        return set;
    };
    const auto messages = read(SOURCE_DIR "/translations/pilothouse_de.ts");
    for (const Message &message : messages) {
        for (const QString &text : message.translations) {
            if (!text.isEmpty())
                QVERIFY2(found(text) == found(message.source), qPrintable(message.source + " | " + text));
        }
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
