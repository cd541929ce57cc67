// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/launchwiring.h"

#include "app/control/launchapply.h"
#include "app/sandboxtrial.h"
#include "models/core/problem.h"
#include "views/spec/launchpage.h"

namespace app {

void connectApply(views::LaunchPage &page, LaunchApply &apply)
{
    QObject::connect(&page, &views::LaunchPage::compareRequested, &apply, &LaunchApply::compare);
    QObject::connect(&page, &views::LaunchPage::applyRequested, &apply, [&apply](const QString &yaml, bool force) {
        apply.apply(yaml, force ? LaunchApply::Force::Yes : LaunchApply::Force::No);
    });
    QObject::connect(&page, &views::LaunchPage::cancelRequested, &apply, &LaunchApply::cancel);
    QObject::connect(&apply, &LaunchApply::progress, &page, &views::LaunchPage::setBusy);
    QObject::connect(&apply, &LaunchApply::busyChanged, &page, [&page](bool busy) {
        if (!busy)
            page.setBusy({});
    });
    QObject::connect(&apply, &LaunchApply::compared, &page, &views::LaunchPage::showComparison);
    QObject::connect(&apply, &LaunchApply::conflicted, &page, &views::LaunchPage::showConflict);
    QObject::connect(&apply, &LaunchApply::failed, &page, &views::LaunchPage::showError);
    QObject::connect(&apply, &LaunchApply::applied, &page,
                     [&page](const k8s::ObjectRef &, int objects) { page.showApplied(objects); });
}

void connectTrial(views::LaunchPage &page, SandboxTrial &trial, SandboxContext sandbox)
{
    QObject::connect(&page, &views::LaunchPage::sandboxRequested, &trial,
                     [&page, &trial, sandbox = std::move(sandbox)](const QString &yaml) {
                         const auto context = sandbox();
                         if (!context)
                             page.showSandboxDown();
                         else if (*context)
                             trial.launch(**context, yaml);
                         else
                             page.showProblem(models::describe(context->error()));
                     });
    QObject::connect(&page, &views::LaunchPage::cancelRequested, &trial, &SandboxTrial::cancel);
    QObject::connect(&trial, &SandboxTrial::progress, &page, &views::LaunchPage::setBusy);
    QObject::connect(&trial, &SandboxTrial::ended, &page, [&page] { page.setBusy({}); });
    QObject::connect(&trial, &SandboxTrial::launched, &page, &views::LaunchPage::showTried);
    QObject::connect(&trial, &SandboxTrial::failed, &page, &views::LaunchPage::showError);
}

} // namespace app
