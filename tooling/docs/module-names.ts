import { Converter, ReflectionKind, type Application } from 'typedoc';

/** A typedoc plugin: entries have the names that they are imported by, such as `visma-eaccounting/oauth`. */
export function load(app: Application): void {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const entry of project.getReflectionsByKind(ReflectionKind.Module)) entry.name = entry.name.replace(/\/src(?=\/|$)/, '');
  });
}
