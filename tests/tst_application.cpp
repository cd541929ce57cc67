// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_core
#include "app/application.h"
#include "views/shell/mainwindow.h"
#include "views/spec/launchpage.h"

#include <QApplication>
#include <QFile>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

/// The program as it starts: the window first, the rest behind it.
class TestApplication : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// Is a library in this process?
    static bool isLoaded(const QByteArray &library)
    {
        QFile maps("/proc/self/maps");
        return maps.open(QIODevice::ReadOnly) && maps.readAll().contains('/' + library);
    }

    app::Invocation invocation() const
    {
        app::Invocation invocation;
        invocation.kubeconfig = m_folder.filePath("none");
        return invocation;
    }

private slots:
    void theFirstPictureWaitsForNoLibraryThatItDoesNotNeed()
    {
        app::Settings settings(m_folder.filePath("settings.ini"), m_folder.path());
        views::Appearance appearance(*qApp);
        app::Application program(appearance, settings, invocation());
        QVERIFY(!program.window().page("launch"));
        QSignalSpy painted(&program.window(), &views::MainWindow::painted);
        program.show();
        QVERIFY(painted.wait());
        QCOMPARE(program.window().currentPage(), "clusters");
        QVERIFY(isLoaded("libQt6Widgets"));
        for (const auto *library : {"libcurl", "libcrypto", "libKF6SyntaxHighlighting", "libQt6Network"})
            QVERIFY2(!isLoaded(library), library);
    }

    void theOtherPagesAreThereBehindTheFirstPicture()
    {
        app::Settings settings(m_folder.filePath("settings.ini"), m_folder.path());
        settings.setDraft("kind: Job # mine\n");
        views::Appearance appearance(*qApp);
        app::Application program(appearance, settings, invocation());
        program.show();
        QTRY_VERIFY(program.window().page("launch") && program.window().page("settings"));
        QCOMPARE(program.launchPage().text(), "kind: Job # mine\n");
        program.window().showPage("launch");
        auto *editor = program.launchPage().findChild<QPlainTextEdit *>("yamlEditor");
        QVERIFY(editor && editor->isVisible());
        QVERIFY(isLoaded("libKF6SyntaxHighlighting"));
        // Key, comment and the rest in colours of their own.
        QTRY_VERIFY(editor->document()->firstBlock().layout()->formats().size() >= 2);
    }
};

QTEST_MAIN(TestApplication)
#include "tst_application.moc"
