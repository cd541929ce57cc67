// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_metrics
// The rules that a user writes: what they read, what is said when they are wrong, that none can hang the program.
#include "models/metrics/rulebook.h"
#include "models/metrics/rulepreview.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace models;

class TestOwnRule : public QObject
{
    Q_OBJECT

    static std::optional<RuleMatch> read(const OwnRule &rule, std::string_view line)
    {
        auto matcher = RuleMatcher::compile(rule);
        if (!matcher) {
            qWarning("%s", qPrintable(matcher.error().sentence));
            return {};
        }
        return matcher->match(line);
    }
    static RuleHint hint(const OwnRule &rule)
    {
        const auto matcher = RuleMatcher::compile(rule);
        return matcher ? RuleHint {} : matcher.error();
    }

private slots:
    void aTextReadsTheNumberBehindIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("step");
        QTest::newRow("first number behind")
            << "gap to teacher" << QByteArray("gap to teacher is 0.31 now") << 0.31 << -1.0;
        QTest::newRow("placeholders") << "gap {value} at {step}" << QByteArray("I: gap 1.5e-3 at 1200!") << 1.5e-3
                                      << 1200.0;
        QTest::newRow("step first") << "[{step}] gap={value}" << QByteArray("[7] gap=-2") << -2.0 << 7.0;
        QTest::newRow("spaces of any width") << "gap  {value}" << QByteArray("gap \t 4") << 4.0 << -1.0;
        QTest::newRow("signs mean themselves") << "a.b (c)* {value}" << QByteArray("a.b (c)* 5") << 5.0 << -1.0;
        QTest::newRow("unknown braces are text") << "{gap} {value}" << QByteArray("{gap} 6") << 6.0 << -1.0;
        QTest::newRow("infinite") << "gap {value}" << QByteArray("gap inf") << double(INFINITY) << -1.0;
    }
    void aTextReadsTheNumberBehindIt()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, line);
        QFETCH(double, value);
        QFETCH(double, step);
        const auto found = read({.name = "gap", .pattern = text}, line.toStdString());
        QVERIFY(found);
        QCOMPARE(found->number, value);
        QCOMPARE(found->step.value_or(-1), step);
        QCOMPARE(line.mid(found->valueAt.start, found->valueAt.length).toDouble(), value);
    }
    void aTextDoesNotReadOtherLines()
    {
        QVERIFY(!read({.name = "gap", .pattern = "a.b {value}"}, "axb 5"));
        QVERIFY(!read({.name = "gap", .pattern = "gap {value}"}, "gap none"));
        QVERIFY(!read({.name = "gap", .pattern = "gap {value}"}, "gap info"));
        QCOMPARE(read({.name = "gap", .pattern = "gap"}, "gap of finance 5")->number, 5.0);
    }
    void groupsOfAnExpressionAreFoundByNameOrByChoice()
    {
        const auto byName
            = read({.name = "g", .expression = true, .pattern = "e(?<epoch>\\d+) s(?<step>\\d+) v(?<value>\\S+)"},
                   "e3 s40 v0.5");
        QVERIFY(byName);
        QCOMPARE(byName->number, 0.5);
        QCOMPARE(byName->step, 40.0);
        QCOMPARE(byName->epoch, 3.0);
        const auto chosen = read({.name = "g",
                                  .expression = true,
                                  .pattern = "(\\d+) (?<mine>\\S+)",
                                  .valueGroup = "mine",
                                  .stepGroup = "1"},
                                 "12 1,234.5");
        QVERIFY(chosen);
        QCOMPARE(chosen->number, 1234.5);
        QCOMPARE(chosen->step, 12.0);
        QVERIFY(read({.name = "g", .expression = true, .pattern = "only (\\S+)"}, "only nan"));
    }
    void aCommaIsReadOnlyBetweenThousands()
    {
        auto loss = RuleMatcher::compile({.name = "g", .expression = true, .pattern = "loss (?<value>\\S+)"});
        QVERIFY(loss);
        const auto number = [&loss](const char *line) {
            const auto match = loss->match(line);
            return match ? match->number : std::nan("");
        };
        QCOMPARE(number("loss 1,234,567.5"), 1234567.5);
        QCOMPARE(number("loss -12,000%"), -12000.0);
        QVERIFY(std::isnan(number("loss 0,25")));
        QCOMPARE(loss->notNumber(), "0,25");
        QVERIFY(std::isnan(number("loss 0,250")));
        QVERIFY(std::isnan(number("loss 1234,567")));
        QVERIFY(std::isnan(number("loss 3,")));
    }
    void whatIsWrongIsSaidAtItsPlace()
    {
        const RuleHint open = hint({.name = "g", .expression = true, .pattern = "ab(c"});
        QCOMPARE(open.position, 4);
        QVERIFY2(open.sentence.contains("parenthesis"), qPrintable(open.sentence));
        QVERIFY(hint({.name = "g", .expression = true, .pattern = "(a) (b)"}).sentence.contains("(?<value>"));
        QVERIFY(hint({.name = "g", .expression = true, .pattern = "(?<value>b)", .stepGroup = "nr"})
                    .sentence.contains("nr"));
        QVERIFY(hint({.name = " ", .pattern = "a {value}"}).sentence.contains("name"));
        QVERIFY(!hint({.name = "g"}).sentence.isEmpty());
        auto word = RuleMatcher::compile({.name = "g", .expression = true, .pattern = "is (?<value>\\w+)"});
        QVERIFY(word && !word->match("it is fine"));
        QCOMPARE(word->notNumber(), "fine");
    }
    void noExpressionCanHang_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("nested") << "(?<value>(a+)+)$";
        QTest::newRow("alternatives") << "(?<value>(a|aa)+)b";
        QTest::newRow("dots") << "(?<value>(.*)*)(.*)*(.*)*(.*)*x";
        QTest::newRow("recursion") << "(?<value>(?:a(?1)?a|a)+)c";
    }
    void noExpressionCanHang()
    {
        QFETCH(QString, pattern);
        auto matcher = RuleMatcher::compile({.name = "g", .expression = true, .pattern = pattern});
        if (!matcher)
            return; // refused is as good
        const std::string line = std::string(4000, 'a') + "!bcx!";
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 20; ++i)
            QVERIFY(!matcher->match(line));
        QVERIFY2(clock.elapsed() < 5000, "seconds for twenty lines"); // without the limit: for ever
        QVERIFY(matcher->stoppedLines() == 20 || !matcher->notNumber().isEmpty());
    }
    void aLineIsReadAsItIsSeen()
    {
        std::string buffer;
        QCOMPARE(readableLine("\x1b[32mgap\x1b[0m 1\r\n", buffer), std::string_view("gap 1"));
        QCOMPARE(readableLine("1%\r50%\r100% gap 3", buffer), std::string_view("100% gap 3"));
    }
    void rulesSurviveTheirFile()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("sub/metrics.yaml");
        const OwnRule text {.name = "gap \"x\": #1", .pattern = "gap: {value}", .example = "gap: 1"};
        OwnRule other {.name = "b", .expression = true, .pattern = "\\d (?<v>\\S+)\n", .valueGroup = "v", .on = false};
        other.pattern = "\\d (?<v>'\\S+)";
        {
            RuleBook book(file);
            QSignalSpy changed(&book, &RuleBook::changed);
            QVERIFY(book.rules().isEmpty());
            QVERIFY(book.save({}, text));
            QVERIFY(book.save({}, other));
            QCOMPARE(changed.count(), 2);
        }
        RuleBook book(file);
        QVERIFY(book.problem().isEmpty());
        QCOMPARE(book.rules(), QList({text, other}));
        QVERIFY2(!book.save({}, text), "the name is taken");
        OwnRule renamed = text;
        renamed.name = "gap";
        QVERIFY(book.save(text.name, renamed));
        QCOMPARE(book.rules().first().name, "gap");
        QVERIFY(book.exportTo(folder.filePath("out.yaml")));
        QVERIFY(book.remove("gap"));
        QCOMPARE(book.rules().size(), 1);
        QCOMPARE(book.import(folder.filePath("out.yaml")).value_or(-1), 2);
        QCOMPARE(book.rules(), QList({other, renamed}));
    }
    void aBrokenFileIsToldAndKept()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath("metrics.yaml");
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("rules:\n  - name: x\n") > 0);
        file.close();
        RuleBook book(name);
        QVERIFY(book.rules().isEmpty());
        QVERIFY2(book.problem().sentence.contains("line 2"), qPrintable(book.problem().sentence));
        QVERIFY(book.save({}, {.name = "g", .pattern = "g {value}"}));
        QVERIFY(QFile::exists(name + ".broken"));
        QCOMPARE(RuleBook(name).rules().size(), 1);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("broken again") > 0);
        file.close();
        RuleBook second(name);
        QVERIFY(!second.problem().isEmpty());
        QVERIFY(second.save({}, {.name = "h", .pattern = "h {value}"}));
        QFile aside(name + ".broken-2");
        QVERIFY(aside.open(QIODevice::ReadOnly)); // the first one keeps its name
        QCOMPARE(aside.readAll(), "broken again");
    }
    void aPreviewShowsWhereTheFiguresStand()
    {
        const QList<TrialLine> lines {{"master-0", 0, 10, "step=7 loss=1"},
                                      {"master-0", 0, 11, "\x1b[1mgap\x1b[0m \xc3\xa4 0.25 ok"},
                                      {"worker-0", 1, 4, "nothing"}};
        const RulePreview preview
            = previewRule({.name = "g", .expression = true, .pattern = "gap . (?<value>\\S+)"}, lines);
        QVERIFY(!preview.hint);
        QCOMPARE(preview.lines, QStringList({"step=7 loss=1", QString::fromUtf8("gap \xc3\xa4 0.25 ok"), "nothing"}));
        QCOMPARE(preview.points.size(), 1);
        QCOMPARE(preview.points[0].value, 0.25);
        QCOMPARE(preview.points[0].step, 7.0);
        QVERIFY(preview.points[0].stepFromBefore);
        QCOMPARE(preview.points[0].line, 12);
        QCOMPARE(preview.spans[1].size(), 2);
        QCOMPARE(preview.lines[1].mid(preview.spans[1][1].start, preview.spans[1][1].length), "0.25");
        QCOMPARE(preview.groups, QStringList("value"));
        PreviewPoints model;
        QAbstractItemModelTester tester(&model);
        model.setPoints(preview.points);
        QCOMPARE(model.index(0, PreviewPoints::Value).data().toString(), "0.25");
        QCOMPARE(model.index(0, PreviewPoints::Step).data().toString(), "7");
        QVERIFY(model.index(0, PreviewPoints::Step).data(Qt::ToolTipRole).toString().contains("newest"));
    }
    void whatComesWithTheProgramCanBeRead()
    {
        const QList<BuiltInRule> rules = builtInRules();
        const auto loss = std::ranges::find(rules, QString("Loss"), &BuiltInRule::title);
        QVERIFY(loss != rules.end());
        QVERIFY(loss->detail.contains("perplexity"));
        for (const BuiltInRule &rule : rules)
            QVERIFY2(!rule.detail.isEmpty(), qPrintable(rule.title));
    }
};

QTEST_MAIN(TestOwnRule)
#include "tst_ownrule.moc"
