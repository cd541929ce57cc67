// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_shell
#include "models/sandbox/sandboxsupervisor.h"
#include "views/shell/contextrow.h"
#include "views/shell/welcomepage.h"
#include "views/theme/card.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace views;
using models::SandboxSupervisor;

class TestWelcomePage : public QObject
{
    Q_OBJECT

private slots:
    void init() { qunsetenv("FAKE_SANDBOX"); }
    void thereAreThreeDoors();
    void theSandboxDoorShowsProgressAndOpens();
    void aFailedPreparationSaysWhyAndOffersToTryAgain();
    void cancelBringsTheDoorBack();
    void aContextIsChosenByAClickOrAKey();
    void aHealthChangeKeepsTheRows();

private:
    static QString program() { return SOURCE_DIR "/tests/data/fake-sandbox"; }
    static QPushButton *button(QWidget &page, const QString &text)
    {
        const auto buttons = page.findChildren<QPushButton *>();
        for (auto *button : buttons) {
            if (button->text() == text && button->isVisibleTo(&page))
                return button;
        }
        return nullptr;
    }
    static QStringList labels(QWidget &page)
    {
        QStringList texts;
        const auto all = page.findChildren<QLabel *>();
        for (const auto *label : all) {
            if (label->isVisibleTo(&page))
                texts << label->text();
        }
        return texts;
    }
};

void TestWelcomePage::thereAreThreeDoors()
{
    SandboxSupervisor sandbox(program());
    WelcomePage page(sandbox);
    for (const char *door : {"door-sandbox", "door-cluster", "door-log"})
        QVERIFY(page.findChild<Card *>(door));
    QSignalSpy log(&page, &WelcomePage::logRequested);
    QSignalSpy kubeconfig(&page, &WelcomePage::kubeconfigRequested);
    button(page, "Open a log…")->click();
    button(page, "Open a kubeconfig…")->click();
    QCOMPARE(log.count(), 1);
    QCOMPARE(kubeconfig.count(), 1);
}

void TestWelcomePage::theSandboxDoorShowsProgressAndOpens()
{
    SandboxSupervisor sandbox(program());
    WelcomePage page(sandbox);
    QSignalSpy opened(&page, &WelcomePage::sandboxOpened);
    QVERIFY(!page.findChild<QProgressBar *>()->isVisibleTo(&page));
    button(page, "Start the sandbox")->click();
    QVERIFY(page.findChild<QProgressBar *>()->isVisibleTo(&page));
    QTRY_VERIFY(button(page, "Open the sandbox"));
    button(page, "Open the sandbox")->click();
    QCOMPARE(opened.count(), 1);
}

void TestWelcomePage::aFailedPreparationSaysWhyAndOffersToTryAgain()
{
    qputenv("FAKE_SANDBOX", "fail");
    SandboxSupervisor sandbox(program());
    WelcomePage page(sandbox);
    sandbox.start();
    QTRY_VERIFY(button(page, "Try again"));
    QVERIFY(labels(page).contains("The disk is full: 120 MiB are left in the cache folder."));
    QVERIFY(labels(page).contains("Free 6 GiB and start again."));
}

void TestWelcomePage::cancelBringsTheDoorBack()
{
    qputenv("FAKE_SANDBOX", "hang");
    SandboxSupervisor sandbox(program());
    WelcomePage page(sandbox);
    sandbox.start();
    QTRY_VERIFY(labels(page).contains("Step 1 of 6: Kubernetes and its operators"));
    button(page, "Cancel")->click();
    QTRY_VERIFY(button(page, "Start the sandbox"));
}

void TestWelcomePage::aContextIsChosenByAClickOrAKey()
{
    SandboxSupervisor sandbox(program());
    WelcomePage page(sandbox);
    page.setContexts(
        {{.name = "team-a", .detail = "https://10.0.0.1:6443"}, {.name = "prod", .detail = "https://k8s.example"}});
    QSignalSpy chosen(&page, &WelcomePage::contextChosen);
    const auto rows = page.findChildren<ContextRow *>();
    QCOMPARE(rows.size(), 2);
    QTest::mouseClick(rows.first(), Qt::LeftButton);
    QTest::keyClick(rows.last(), Qt::Key_Space);
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen.first().first().toString(), "team-a");
    QCOMPARE(chosen.last().first().toString(), "prod");
}

void TestWelcomePage::aHealthChangeKeepsTheRows()
{
    SandboxSupervisor sandbox(program());
    WelcomePage page(sandbox);
    QList<ContextEntry> contexts {{.name = "team-a"}, {.name = "prod"}};
    page.setContexts(contexts);
    const auto before = page.findChildren<ContextRow *>();
    contexts[1].health = Health::Failed;
    contexts[1].healthText = "connection refused";
    page.setContexts(contexts);
    QCOMPARE(page.findChildren<ContextRow *>(), before);
    QCOMPARE(before.last()->accessibleName(), "prod, connection refused");
    page.setContexts({contexts.first()});
    QCOMPARE(page.findChildren<ContextRow *>().size(), 1);
}

QTEST_MAIN(TestWelcomePage)
#include "tst_welcomepage.moc"
