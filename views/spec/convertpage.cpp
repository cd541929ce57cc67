// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/convertpage.h"

#include "views/spec/diffview.h"
#include "views/spec/notelist.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QThreadPool>
#include <QVBoxLayout>

#include <array>

namespace views {

using namespace Qt::StringLiterals;
using models::Conversion;
using Kind = models::ConversionNote::Kind;

namespace {

using Answer = std::expected<Conversion, models::ConversionRefusal>;

constexpr std::array trainers {models::TrainerVersion {2, 3}, models::TrainerVersion {2, 2},
                               models::TrainerVersion {2, 1}, models::TrainerVersion {2, 0}};

struct Result
{
    Answer answer;
    models::TextDiff diff;
};

Result convert(const QString &source, const models::ConversionOptions &options)
{
    Result result {models::convertSpec(source.toUtf8(), options), {}};
    if (result.answer)
        result.diff = models::diffTexts(source, result.answer->text, models::DiffMode::IgnoreIndentation);
    return result;
}

} // namespace

class ConvertPage::Private
{
public:
    explicit Private(ConvertPage *page)
        : q(page)
    {
    }

    void build()
    {
        title = new Label({}, TextRole::Section);
        sentence = new Label;
        sentence->setObjectName(u"convertSummary"_s);
        sentence->setWordWrap(true);
        trainer = new QComboBox;
        trainer->setObjectName(u"convertTrainer"_s);
        trainer->setAccessibleName(ConvertPage::tr("Version of the Trainer"));
        for (const models::TrainerVersion &version : trainers)
            trainer->addItem(ConvertPage::tr("for Trainer %1.%2").arg(version.major).arg(version.minor));
        back = new QPushButton(ConvertPage::tr("Back"));
        back->setObjectName(u"convertBack"_s);
        use = new QPushButton(ConvertPage::tr("Use result"));
        use->setObjectName(u"convertUse"_s);
        use->setToolTip(ConvertPage::tr("Replaces the text in the editor; one undo brings the old one back"));
        setButtonRole(use, ButtonRole::Primary);
        auto *head = new QHBoxLayout;
        head->setSpacing(space::s);
        head->addWidget(title);
        head->addSpacing(space::s);
        head->addWidget(sentence, 1);
        for (QWidget *widget : std::initializer_list<QWidget *> {trainer, back, use})
            head->addWidget(widget);
        diff = new DiffView;
        notes = new NoteList;
        auto *frame = new QFrame;
        frame->setFrameShape(QFrame::StyledPanel);
        auto *frameLayout = new QVBoxLayout(frame);
        frameLayout->setContentsMargins(1, 1, 1, 1);
        frameLayout->addWidget(notes);
        auto *split = new QSplitter(Qt::Vertical);
        split->addWidget(diff);
        split->addWidget(frame);
        split->setStretchFactor(0, 1);
        split->setSizes({500, 190});
        split->setChildrenCollapsible(false);
        split->setHandleWidth(space::s);
        auto *layout = new QVBoxLayout(q);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(space::s);
        layout->addLayout(head);
        layout->addWidget(split, 1);
    }

    void connectParts()
    {
        connect(trainer, &QComboBox::currentIndexChanged, q, [this] { start(); });
        connect(back, &QPushButton::clicked, q, &ConvertPage::backRequested);
        connect(use, &QPushButton::clicked, q, [this] { emit q->resultAccepted(text); });
        connect(notes, &NoteList::noteChosen, q,
                [this](const models::ConversionNote &note) { diff->goToLeftLine(note.line); });
    }

    void start()
    {
        const models::ConversionOptions options {.to = offer.to,
                                                 .trainer = trainers[size_t(std::max(0, trainer->currentIndex()))]};
        done = false;
        use->setEnabled(false);
        const QPointer<ConvertPage> page(q);
        QThreadPool::globalInstance()->start([page, options, source = source, number = ++generation] {
            const Result result = convert(source, options);
            QMetaObject::invokeMethod(
                qApp,
                [page, result, number] {
                    if (page && page->d->generation == number)
                        page->d->show(result);
                },
                Qt::QueuedConnection);
        });
    }

    void show(const Result &result)
    {
        done = true;
        use->setEnabled(result.answer.has_value());
        if (!result.answer) {
            const models::ConversionRefusal &refusal = result.answer.error();
            sentence->setText(refusal.problem.sentence + u' ' + refusal.problem.remedy);
            sentence->setTone(models::Tone::Bad);
            notes->setNotes({});
            diff->setDiff(models::diffTexts(source, {}));
            diff->goToLeftLine(refusal.line);
            return;
        }
        const Conversion &conversion = *result.answer;
        text = conversion.text;
        sentence->setText(ConvertPage::tr("%1 lost · %2 changed · %3 kept")
                              .arg(conversion.count(Kind::Lost))
                              .arg(conversion.count(Kind::Changed))
                              .arg(conversion.count(Kind::Kept)));
        sentence->setTone(conversion.count(Kind::Lost) > 0 ? models::Tone::Warning : models::Tone::Good);
        diff->setDiff(result.diff);
        notes->setNotes(conversion.notes);
    }

    ConvertPage *q;
    Label *title = nullptr;
    Label *sentence = nullptr;
    QComboBox *trainer = nullptr;
    QPushButton *back = nullptr;
    QPushButton *use = nullptr;
    DiffView *diff = nullptr;
    NoteList *notes = nullptr;
    QString source, text;
    models::ConversionOffer offer;
    int generation = 0;
    bool done = false;
};

ConvertPage::ConvertPage(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this))
{
    setObjectName(u"convertPage"_s);
    d->build();
    d->connectParts();
}

ConvertPage::~ConvertPage() = default;

void ConvertPage::showConversion(const QString &source, const models::ConversionOffer &offer)
{
    d->source = source;
    d->offer = offer;
    d->title->setText(tr("%1 → %2").arg(offer.from, offer.to));
    d->diff->setTitles(offer.from, offer.to);
    d->trainer->setVisible(offer.to == "TrainJob"_L1);
    d->sentence->setTone(models::Tone::Neutral);
    d->sentence->setText(tr("Converting…"));
    d->start();
}

bool ConvertPage::isDone() const { return d->done; }

} // namespace views
