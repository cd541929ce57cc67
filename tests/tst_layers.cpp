// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_core
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

/// The layers of docs/architecture.md as a test: an include that points upwards, or at a library that a layer must not
/// know, fails.
class TestLayers : public QObject
{
    Q_OBJECT

    static QStringList offences(const QString &folder, const QRegularExpression &pattern)
    {
        QStringList found;
        QDirIterator files(QStringLiteral(SOURCE_DIR "/") + folder, {"*.h", "*.cpp"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                return {"cannot read " + file.fileName()};
            for (auto match = pattern.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();)
                found += file.fileName() + ": " + match.next().captured(0);
        }
        return found;
    }

private slots:
    void includesPointDownwards_data()
    {
        QTest::addColumn<QString>("layer");
        QTest::addColumn<QString>("forbidden");
        QTest::newRow("k8s") << "k8s"
                             << "(models|views|app|sandbox)/|QWidget|QtWidgets|QGuiApplication|QColor|QIcon|QPainter";
        QTest::newRow("models")
            << "models" << "(views|app|sandbox)/|k8s/net/|curl/|QWidget|QtWidgets|QtCharts|QColor|QIcon|QPainter";
        QTest::newRow("views")
            << "views" << "(app|sandbox)/|k8s/(net|api|watch|config|spec)/|curl/|yaml-cpp/|simdjson|nlohmann/|QJson";
        QTest::newRow("control") << "app/control" << "curl/|QWidget|QtWidgets";
        QTest::newRow("app") << "app" << "curl/";
        QTest::newRow("sandbox") << "sandbox" << "(k8s|models|views|app)/|QWidget|QtWidgets";
    }

    void includesPointDownwards()
    {
        QFETCH(QString, layer);
        QFETCH(QString, forbidden);
        const QRegularExpression include("^#\\s*include [<\"](" + forbidden + ").*$",
                                         QRegularExpression::MultilineOption);
        const QStringList found = offences(layer, include);
        QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
    }

    void aWrongIncludeWouldBeFound()
    {
        const QRegularExpression include("^#\\s*include [<\"](curl/).*$", QRegularExpression::MultilineOption);
        QVERIFY(!offences("k8s/net", include).isEmpty());
    }

    void nobodyConnectsByString()
    {
        const QRegularExpression macro("\\b(SIGNAL|SLOT)\\(");
        for (const auto *folder : {"k8s", "models", "views", "app", "sandbox"}) {
            const QStringList found = offences(folder, macro);
            QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
        }
    }

    void onlyTheThemeNamesColours()
    {
        const QRegularExpression colour("\"#[0-9A-Fa-f]{6,8}\"|QColor\\(\\s*(\"|Qt::|0x|[0-9])|Qt::(red|green|blue|"
                                        "black|white|gray|yellow|cyan|magenta)\\b");
        QStringList found = offences("views", colour) + offences("app", colour);
        found.removeIf([](const QString &line) { return line.contains("/views/theme/"); });
        QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
    }

    void nobodyIsASingleton()
    {
        const QRegularExpression accessor("\\bstatic\\s+\\w+\\s*[&*]\\s*instance\\(");
        for (const auto *folder : {"k8s", "models", "views", "app", "sandbox"}) {
            const QStringList found = offences(folder, accessor);
            QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
        }
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
