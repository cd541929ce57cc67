// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_spec
#include "k8s/spec/jsonwriter.h"
#include "k8s/spec/textpatch.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace k8s;

namespace {

SpecPath path(const QString &dotted)
{
    SpecPath steps;
    for (const QString &step : dotted.split('.')) {
        bool isNumber = false;
        const int number = step.toInt(&isNumber);
        steps.push_back(isNumber ? SpecStep {.index = number} : SpecStep {.key = step.toStdString()});
    }
    return steps;
}

QString textOf(const Patched &patched)
{
    return patched ? QString::fromUtf8((*patched)->utf8()) : "refused: " + patched.error().text();
}

QJsonValue jsonOf(SpecValue root) { return QJsonDocument::fromJson("[" + toJson(root) + "]").array().first(); }

enum class Op
{
    Set,
    Remove,
    Rename
};

/// The same edit on a JSON tree, written without any of the code that is tested.
QJsonValue edited(QJsonValue tree, const SpecPath &path, size_t depth, Op op, const QJsonValue &value,
                  const QString &key)
{
    const bool last = depth + 1 == path.size();
    const SpecStep &step = path[depth];
    if (step.isIndex()) {
        QJsonArray array = tree.toArray();
        if (last && op == Op::Remove)
            array.removeAt(step.index);
        else if (step.index == array.size())
            array.append(value);
        else
            array[step.index] = last ? value : edited(array[step.index], path, depth + 1, op, value, key);
        return array;
    }
    QJsonObject object = tree.toObject();
    const QString name = QString::fromStdString(step.key);
    if (last && op == Op::Remove)
        object.remove(name);
    else if (last && op == Op::Rename)
        object.insert(key, object.take(name));
    else
        object[name] = last ? value : edited(object[name], path, depth + 1, op, value, key);
    return object;
}

void collect(SpecValue value, QList<SpecValue> &all)
{
    if (value.parent().exists())
        all.append(value);
    for (SpecValue child : value)
        collect(child, all);
}

/// The comments of a text: what follows a # that stands at the start of a word.
QStringList commentsOf(const QString &text)
{
    QStringList comments;
    for (const QString &line : text.split('\n')) {
        const qsizetype hash = line.startsWith('#') ? 0 : line.indexOf(" #");
        if (hash >= 0)
            comments.append(line.sliced(hash).trimmed());
    }
    return comments;
}

} // namespace

/// Edits that a form makes in a text that belongs to someone.
class TestTextPatch : public QObject
{
    Q_OBJECT

    static QStringList texts()
    {
        QStringList all;
        for (const char *folder : {"/resources/templates", "/resources/examples"}) {
            QDirIterator files(QString(SOURCE_DIR) + folder, {"*.yaml"}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (file.open(QIODevice::ReadOnly))
                    all.append(QString::fromUtf8(file.readAll()));
            }
        }
        all.append(
            "a: {b: 1, 'c d': [x, {y: z}], e: {}} # flow\nf: [] # empty\ng:\nh: >-\n  folded\n  text\ni: \"q\" # 1\n");
        all.append(
            "# head\n---\nx: 1\n---\n# second\nlist:\n- a: 1 # one\n  b: 2\n  # of c\n  c: 3\n- d\nlast: 'it''s'");
        return all;
    }

    static std::shared_ptr<const SpecText> parsed(const QString &text) { return parseSpec(text.toUtf8()); }

private slots:
    void anEditChangesOnlyItsPlace_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("value"); // ! in front: a plain one
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const char *before, const char *where, const char *value,
                            const char *after) { QTest::newRow(name) << before << where << value << after; };
        row("number", "a:\n  replicas: 2 # two\n", "a.replicas", "!3", "a:\n  replicas: 3 # two\n");
        row("double quotes stay", "cpu: \"1\" # c\n", "cpu", "2", "cpu: \"2\" # c\n");
        row("single quotes stay", "a: 'x'\n", "a", "it's", "a: 'it''s'\n");
        row("quotes where they are needed", "a: x\n", "a", "yes", "a: \"yes\"\n");
        row("a string that looks like a number", "a: x\n", "a", "12", "a: \"12\"\n");
        row("a colon", "a: x\n", "a", "b: c", "a: \"b: c\"\n");
        row("an option", "a: x\n", "a", "--lr", "a: --lr\n");
        row("an empty value", "a: # why\nb: 1\n", "a", "x", "a: x # why\nb: 1\n");
        row("null written out", "a: null # why\n", "a", "x", "a: x # why\n");
        row("new key behind its usual neighbour", "metadata:\n  name: a # n\n  labels: {x: y}\n", "metadata.namespace",
            "t", "metadata:\n  name: a # n\n  namespace: t\n  labels: {x: y}\n");
        row("new key in front", "w:\n  # of the template\n  template:\n    x: 1\n", "w.replicas", "!2",
            "w:\n  replicas: 2\n  # of the template\n  template:\n    x: 1\n");
        row("new key at the end", "a: 1\nb:\n  c: 1\n", "d", "x", "a: 1\nb:\n  c: 1\nd: x\n");
        row("end of text without a line end", "a: 1", "d", "x", "a: 1\nd: x");
        row("missing maps", "spec:\n  x: 1\n", "spec.zone.nvidia/gpu", "!1",
            "spec:\n  x: 1\n  zone:\n    nvidia/gpu: 1\n");
        row("map without content", "spec:\n  limits:\n  # gpu\n", "spec.limits.cpu", "1",
            "spec:\n  limits:\n    cpu: \"1\"\n  # gpu\n");
        row("braces without content", "spec:\n  limits: {} # l\n  x: 1\n", "spec.limits.cpu", "500m",
            "spec:\n  limits: # l\n    cpu: 500m\n  x: 1\n");
        row("flow map", "r: {cpu: 200m, memory: 1Gi}\n", "r.gpu", "!1", "r: {cpu: 200m, memory: 1Gi, gpu: 1}\n");
        row("in flow map", "r: {cpu: 200m, memory: 1Gi}\n", "r.cpu", "1,5", "r: {cpu: \"1,5\", memory: 1Gi}\n");
        row("flow list", "c: [\"a\", \"b\"] # c\n", "c.2", "d", "c: [\"a\", \"b\", d] # c\n");
        row("block list", "c:\n- a\n- b # b\nd: 1\n", "c.2", "e", "c:\n- a\n- b # b\n- e\nd: 1\n");
        row("key on the dash", "c:\n  - name: a\n    image: b\n", "c.0.command", "x",
            "c:\n  - name: a\n    image: b\n    command: x\n");
        row("four columns", "a:\n    b: 1\n", "a.c.d", "x", "a:\n    b: 1\n    c:\n        d: x\n");
        row("CRLF", "a:\r\n  b: 1\r\n", "a.c", "x", "a:\r\n  b: 1\r\n  c: x\r\n");
        row("block scalar", "a: |\n  one\n  two\nb: 1\n", "a", "three\nfour\n", "a: |\n  three\n  four\nb: 1\n");
        row("umlauts before it", "ä: ü # ö\nb: 1\n", "b", "é", "ä: ü # ö\nb: é\n");
    }

    void anEditChangesOnlyItsPlace()
    {
        QFETCH(QString, before);
        QFETCH(QString, where);
        QFETCH(QString, value);
        const auto wanted = value.startsWith('!') ? PatchValue::plain(value.mid(1).toStdString())
                                                  : PatchValue::string(value.toStdString());
        QTEST(textOf(setValue(*parsed(before), 0, path(where), wanted)), "after");
    }

    void whatIsRemovedTakesItsCommentWithIt_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const char *before, const char *where, const char *after) {
            QTest::newRow(name) << before << where << after;
        };
        row("key", "a: 1\n# of b\nb: 2 # two\n# of c\nc: 3\n", "b", "a: 1\n# of c\nc: 3\n");
        row("a paragraph above is not its own", "# of all\n\nb: 2\nc: 3\n", "b", "# of all\n\nc: 3\n");
        row("block", "a:\n  b:\n    c: 1\n    d: 2\n  e: 1\n", "a.b", "a:\n  e: 1\n");
        row("last key", "l: # limits\n  cpu: 1\n  # gpu\nm: 1\n", "l.cpu", "l: {} # limits\n  # gpu\nm: 1\n");
        row("last entry", "e:\n  - {a: 1}\nm: 1\n", "e.0", "e: []\nm: 1\n");
        row("entry", "e:\n  - a: 1\n    b: 2\n  - c\n", "e.0", "e:\n  - c\n");
        row("key on the dash", "e:\n  - a: 1\n    b: 2\n", "e.0.a", "e:\n  - b: 2\n");
        row("flow, first", "e: {a: 1, b: 2}\n", "e.a", "e: {b: 2}\n");
        row("flow, last", "e: {a: 1, b: [2]} # e\n", "e.b", "e: {a: 1} # e\n");
        row("flow, only", "e: [1]\n", "e.0", "e: []\n");
    }

    void whatIsRemovedTakesItsCommentWithIt()
    {
        QFETCH(QString, before);
        QFETCH(QString, where);
        QTEST(textOf(removeValue(*parsed(before), 0, path(where))), "after");
    }

    void aKeyIsRenamedInPlace()
    {
        QCOMPARE(textOf(renameKey(*parsed("l:\n  nvidia.com/gpu: 1 # g\n  x: 1\n"), 0,
                                  {{.key = "l"}, {.key = "nvidia.com/gpu"}}, "amd.com/gpu")),
                 "l:\n  amd.com/gpu: 1 # g\n  x: 1\n");
        QVERIFY(!renameKey(*parsed("a: 1\nb: 2\n"), 0, path("a"), "b"));
    }

    void whatWouldChangeMoreIsRefused()
    {
        QVERIFY(!setValue(*parsed("a: &x 1\nb: *x\n"), 0, path("a"), PatchValue::plain("2")));
        QVERIFY(!setValue(*parsed("a: &x {c: 1}\nb: *x\n"), 0, path("b.c"), PatchValue::plain("2")));
        QVERIFY(!setValue(*parsed("a: &x {c: 1}\nb: *x\n"), 0, path("a.c"), PatchValue::plain("2")));
        QVERIFY(!setValue(*parsed("a: [1]\n"), 0, path("a"), PatchValue::string("x")));
        QVERIFY(!setValue(*parsed("a: 1\n"), 0, path("a.b"), PatchValue::string("x")));
        QVERIFY(!setValue(*parsed("a: [1\n"), 0, path("b"), PatchValue::string("x")));
        QVERIFY(!setValue(*parsed("a: 1\n"), 7, path("b"), PatchValue::string("x")));
        QVERIFY(!removeValue(*parsed("a: 1\n"), 0, path("b")));
        const Patched refused = setValue(*parsed("a: &x 1\nb: *x\n"), 0, path("a"), PatchValue::plain("2"));
        QVERIFY(refused.error().text().contains("anchor"));
    }

    void randomEditsLoseNothing_data()
    {
        QTest::addColumn<bool>("crlf");
        QTest::newRow("LF") << false;
        QTest::newRow("CRLF") << true;
    }

    void randomEditsLoseNothing()
    {
        QFETCH(bool, crlf);
        QRandomGenerator random(20261126);
        int done = 0, refused = 0;
        for (QString text : texts()) {
            if (crlf)
                text.replace('\n', "\r\n");
            for (int i = 0; i < (text.size() > 20000 ? 4 : 80); ++i)
                randomEdit(text, random, done, refused);
        }
        qInfo("%d edits, %d refused", done, refused);
        QVERIFY(done > 1200);
        QVERIFY2(refused * 12 < done, "the edits that are refused are few");
    }

private:
    struct Edit
    {
        Op op = Op::Set;
        SpecPath path;
        PatchValue value {};
        QJsonValue json {};
        QString key {};
    };

    static PatchValue randomScalar(QRandomGenerator &random, QJsonValue &json)
    {
        static const QStringList words {"x", "2Gi", "a: b", "yes", "#1", "12", "it's", "{x", "", "ü # y", "-", "a\nb"};
        if (random.bounded(3) == 0) {
            const int number = int(random.bounded(1000));
            json = number;
            return PatchValue::plain(std::to_string(number));
        }
        const QString word = words[random.bounded(words.size())];
        json = word;
        return PatchValue::string(word.toStdString());
    }

    static Edit randomOf(SpecValue value, QRandomGenerator &random)
    {
        Edit edit {.path = pathOf(value)};
        const int dice = int(random.bounded(4));
        if (value.isScalar() && dice < 3) {
            edit.value = randomScalar(random, edit.json);
        } else if (value.isMap() && dice < 2) {
            edit.path.push_back({.key = QString("new%1").arg(random.bounded(9999)).toStdString()});
            edit.value = randomScalar(random, edit.json);
        } else if (value.isList() && dice < 2) {
            edit.path.push_back({.index = value.size()});
            edit.value = PatchValue::map(
                {{"name", PatchValue::string("n")}, {"v", PatchValue::list({PatchValue::plain("1")})}});
            edit.json = QJsonObject {{"name", "n"}, {"v", QJsonArray {1}}};
        } else if (dice == 2 && !value.parent().isList()) {
            edit.op = Op::Rename;
            edit.key = QString("ren%1").arg(random.bounded(9999));
        } else {
            edit.op = Op::Remove;
        }
        return edit;
    }

    static Patched apply(const SpecText &text, int part, const Edit &edit)
    {
        if (edit.op == Op::Set)
            return setValue(text, part, edit.path, edit.value);
        return edit.op == Op::Remove ? removeValue(text, part, edit.path)
                                     : renameKey(text, part, edit.path, edit.key.toStdString());
    }

    static void randomEdit(const QString &text, QRandomGenerator &random, int &done, int &refused)
    {
        const auto before = parsed(text);
        const int part = int(random.bounded(quint32(before->parts().size())));
        QList<SpecValue> all;
        collect(before->parts()[size_t(part)].root(), all);
        if (all.isEmpty())
            return;
        const SpecValue place = all[random.bounded(all.size())];
        const Edit edit = randomOf(place, random);
        if (edit.op == Op::Set && place.text().find('\n') != std::string_view::npos)
            return; // lines of a script look like comments
        const Patched after = apply(*before, part, edit);
        ++done;
        if (!after) {
            ++refused;
            return;
        }
        for (size_t i = 0; i < before->parts().size(); ++i) {
            const QJsonValue old = jsonOf(before->parts()[i].root());
            const QJsonValue expected = int(i) == part ? edited(old, edit.path, 0, edit.op, edit.json, edit.key) : old;
            QCOMPARE(jsonOf((*after)->parts()[i].root()), expected);
        }
        checkComments(text, textOf(after), edit.op);
    }

    static void checkComments(const QString &before, const QString &after, Op op)
    {
        QStringList left = commentsOf(after);
        QStringList lost;
        for (const QString &comment : commentsOf(before)) {
            // a new value may hold a # itself, in front of the comment
            const auto found = std::ranges::find_if(left, [&](const QString &one) { return one.endsWith(comment); });
            if (found == left.end())
                lost.append(comment);
            else
                left.erase(found);
        }
        if (op != Op::Remove)
            QVERIFY2(lost.isEmpty(), qPrintable(lost.join('\n') + "\nlost in\n" + after));
        else if (!lost.isEmpty())
            QVERIFY2(after.size() < before.size(), "comments go with what is removed only");
        if (!after.contains("\r\n"))
            return;
        QCOMPARE(after.count('\n'), after.count("\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestTextPatch)
#include "tst_textpatch.moc"
