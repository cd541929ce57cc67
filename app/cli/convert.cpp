// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/convert.h"

#include "app/cli/input.h"
#include "models/spec/convert/conversion.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSaveFile>
#include <QTextStream>

namespace app {

using namespace Qt::StringLiterals;
using Kind = models::ConversionNote::Kind;

namespace {

constexpr qint64 readLimit = qint64(8) << 20; // the converter refuses more than 4 MiB with a sentence

enum ExitCode
{
    NothingLost = 0,
    SomethingLost = 1,
    CannotConvert = 2
};

QString kindWord(Kind kind)
{
    // Part of a format that scripts read: not translated.
    return kind == Kind::Kept ? u"kept"_s : kind == Kind::Changed ? u"changed"_s : u"lost"_s;
}

QString place(const QString &file, int line, int column) { return u"%1:%2:%3"_s.arg(file).arg(line).arg(column); }

QString withRemedy(QString text, const QString &remedy)
{
    if (!remedy.isEmpty())
        text += u' ' + remedy;
    return text.replace(u'\n', u' ');
}

void tell(QTextStream &err, const QString &file, const QList<models::ConversionNote> &notes, bool quiet)
{
    for (const models::ConversionNote &note : notes) {
        if (quiet && note.kind != Kind::Lost)
            continue;
        const QString subject = note.path.isEmpty() ? QString() : note.path + u": "_s;
        err << place(file, note.line, note.column) << ": " << kindWord(note.kind) << ": " << subject
            << withRemedy(note.text, note.remedy) << '\n';
    }
}

bool write(const QString &name, const QString &text, QTextStream &out, QTextStream &err)
{
    if (name.isEmpty() || name == "-"_L1) {
        out << text;
        out.flush();
        return true;
    }
    QSaveFile file(name); // a file that is there stays whole if writing fails
    const QByteArray utf8 = text.toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(utf8) == utf8.size() && file.commit())
        return true;
    err << name << ": " << file.errorString() << '\n';
    return false;
}

int convertFile(const QString &name, const models::ConversionOptions &options, const QString &target, bool quiet,
                QTextStream &out, QTextStream &err)
{
    const auto text = readInput(name, readLimit);
    if (!text) {
        err << name << ": " << text.error() << '\n';
        return CannotConvert;
    }
    const QString shown = shownName(name);
    const auto conversion = models::convertSpec(*text, options);
    if (!conversion) {
        const models::ConversionRefusal &refusal = conversion.error();
        err << place(shown, refusal.line, refusal.column)
            << ": error: " << withRemedy(refusal.problem.sentence, refusal.problem.remedy) << '\n';
        return CannotConvert;
    }
    tell(err, shown, conversion->notes, quiet);
    if (!write(target, conversion->text, out, err))
        return CannotConvert;
    return conversion->count(Kind::Lost) > 0 ? SomethingLost : NothingLost;
}

QString usage()
{
    return QCoreApplication::translate(
        "Convert",
        "Usage: pilothouse convert [--to KIND] [--trainer-version 2.3] [--quiet] [-o FILE] FILE|-\n"
        "Writes the jobs of a file as another kind: jobs of kubeflow.org/v1 as a TrainJob; TFJob and Caffe2Job of "
        "v1alpha1, "
        "parameters of ksonnet's tf-job, Polyaxonfiles and riseml.yml as the matching job. Needs no cluster.\n"
        "What became of each field is told on the standard error; --quiet tells only what is lost.\n"
        "Exit code 0: nothing lost, 1: something lost, 2: cannot convert.\n");
}

} // namespace

int runConvert(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    QCommandLineParser parser;
    const QCommandLineOption to(u"to"_s, {}, u"kind"_s);
    const QCommandLineOption trainer(u"trainer-version"_s, {}, u"version"_s);
    const QCommandLineOption output(QStringList {u"o"_s, u"output"_s}, {}, u"file"_s);
    const QCommandLineOption quiet(QStringList {u"q"_s, u"quiet"_s});
    const QCommandLineOption help(QStringList {u"h"_s, u"help"_s});
    parser.addOptions({to, trainer, output, quiet, help});
    const bool understood = parser.parse(QStringList(u"convert"_s) + arguments);
    if (understood && parser.isSet(help)) {
        out << usage();
        return NothingLost;
    }
    if (!understood || parser.positionalArguments().size() != 1) {
        err << (understood ? QString() : parser.errorText() + u'\n') << usage();
        return CannotConvert;
    }
    models::ConversionOptions options {.to = parser.value(to), .trainer = {}};
    if (parser.isSet(trainer)) {
        const auto version = models::TrainerVersion::parse(parser.value(trainer));
        if (!version) {
            err << QCoreApplication::translate("Convert", "“%1” is no version of Trainer 2, such as 2.1.")
                       .arg(parser.value(trainer))
                << '\n';
            return CannotConvert;
        }
        options.trainer = *version;
    }
    return convertFile(parser.positionalArguments().constFirst(), options, parser.value(output), parser.isSet(quiet),
                       out, err);
}

} // namespace app
