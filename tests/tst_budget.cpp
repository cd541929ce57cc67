// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_core
#include <QDirIterator>
#include <QFile>
#include <QTest>

/// Files stay short enough to be read in one sitting (docs/architecture.md, Budgets). Function length is clang-tidy's
/// part.
class TestBudget : public QObject
{
    Q_OBJECT

    static QList<std::pair<int, QString>> lineCounts(const QString &folder, const QStringList &patterns)
    {
        QList<std::pair<int, QString>> counts;
        QDirIterator files(QStringLiteral(SOURCE_DIR "/") + folder, patterns, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                counts.append({int(file.readAll().count('\n')), file.fileName()});
        }
        return counts;
    }

private slots:
    void noSourceFileIsOver500Lines()
    {
        QStringList over;
        for (const auto *folder : {"k8s", "models", "views", "app", "sandbox"}) {
            for (const auto &[lines, name] : lineCounts(folder, {"*.cpp", "*.h"})) {
                if (lines > 500)
                    over += QString("%1: %2 lines").arg(name).arg(lines);
            }
        }
        QVERIFY2(over.isEmpty(), qPrintable(over.join('\n')));
    }

    void nineOfTenSourceFilesAreUnder350Lines()
    {
        QList<std::pair<int, QString>> all;
        for (const auto *folder : {"k8s", "models", "views", "app", "sandbox"})
            all += lineCounts(folder, {"*.cpp"});
        QVERIFY(!all.isEmpty());
        std::ranges::sort(all);
        const auto &[lines, name] = all.at(all.size() * 9 / 10);
        QVERIFY2(lines <= 350, qPrintable(QString("the 90th percentile is %1 lines (%2)").arg(lines).arg(name)));
    }

    void theMainWindowIsNotTheProgram()
    {
        for (const auto &[lines, name] : lineCounts("views/shell", {"mainwindow.cpp"}))
            QVERIFY2(lines < 300, qPrintable(QString("%1 has %2 lines").arg(name).arg(lines)));
    }

    void everySourceFileNamesItsLicence()
    {
        QStringList without;
        for (const auto *folder : {"k8s", "models", "views", "app", "sandbox", "tests"}) {
            QDirIterator files(QStringLiteral(SOURCE_DIR "/") + folder, {"*.cpp", "*.h"}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (file.open(QIODevice::ReadOnly)
                    && !file.readLine().contains("SPDX-License-Identifier: GPL-3.0-or-later"))
                    without += file.fileName();
            }
        }
        QVERIFY2(without.isEmpty(), qPrintable(without.join('\n')));
    }
};

QTEST_GUILESS_MAIN(TestBudget)
#include "tst_budget.moc"
