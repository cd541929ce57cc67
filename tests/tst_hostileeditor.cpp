// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_spec tests_support
#include "models/spec/specdocument.h"
#include "models/spec/spectemplates.h"
#include "tests/support/hostiletexts.h"
#include "views/spec/diagnosticlist.h"
#include "views/spec/launchpage.h"
#include "views/spec/noticebar.h"
#include "views/spec/yamleditor.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace views;
using namespace models;

/// Text that means harm, opened in the studio: it is told what is wrong with it, and the next text is edited as if
/// nothing had been.
class TestHostileEditor : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    SpecDocument m_document;
    LaunchPage m_page {m_document};
    YamlEditor *m_editor = m_page.findChild<YamlEditor *>("yamlEditor");
    DiagnosticList *m_list = m_page.findChild<DiagnosticList *>("diagnostics");

    void open(const QByteArray &text)
    {
        QFile file(m_folder.filePath("spec.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        m_page.openFile(file.fileName());
    }
    void settle() { QTRY_VERIFY(m_document.text() == m_editor->toPlainText() && !m_document.isChecking()); }
    QString said() const
    {
        QStringList texts;
        for (const Label *label : m_page.findChild<NoticeBar *>()->findChildren<Label *>())
            texts += label->isVisible() ? label->text() : QString();
        return texts.join('\n').trimmed();
    }

private slots:
    void initTestCase()
    {
        m_page.resize(1180, 780);
        m_page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_page));
    }

    void itIsRefusedAndTheStudioGoesOn_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("id");
        for (const tests::HostileText &text : tests::hostileTexts())
            QTest::newRow(text.name) << text.yaml << QByteArray(text.id);
    }

    void itIsRefusedAndTheStudioGoesOn()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, id);
        open(yaml);
        settle();
        QStringList ids;
        for (const SpecDiagnostic &one : m_document.diagnostics())
            ids.append(one.ruleId);
        const bool told = id.isEmpty() || ids.contains(QString::fromLatin1(id)) || !said().isEmpty();
        QVERIFY2(told, qPrintable(ids.join(' ')));
        QVERIFY(id.isEmpty() || !said().isEmpty() || m_list->rows().rowCount() > 0);
        const QString good = specTemplate("job").text;
        m_page.setText(good);
        settle();
        QCOMPARE(m_list->rows().rowCount(), 0);
        m_editor->setFocus();
        m_editor->moveCursor(QTextCursor::End);
        QTest::keyClicks(m_editor, "x: 1");
        settle();
        QVERIFY(m_list->rows().rowCount() > 0);
    }

    void aByteOrderMarkAndCarriageReturnsAreNoMistake_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        const QByteArray good = specTemplate("job").text.toUtf8();
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + good;
        QTest::newRow("carriage returns") << QByteArray(good).replace("\n", "\r\n");
        QTest::newRow("both") << "\xEF\xBB\xBF" + QByteArray(good).replace("\n", "\r\n");
    }

    void aByteOrderMarkAndCarriageReturnsAreNoMistake()
    {
        QFETCH(QByteArray, yaml);
        open(yaml);
        settle();
        QVERIFY2(m_document.diagnostics().isEmpty(), qPrintable(m_document.diagnostics().value(0).text));
        QCOMPARE(m_document.objects().size(), 1);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(new views::Style);
    TestHostileEditor test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_hostileeditor.moc"
